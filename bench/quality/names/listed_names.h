/// Recall of the index, measured against comparing with every listed name.
#pragma once

#include <cstddef>
#include <string>

namespace tw::bench {

/// Every `step`-th name of the US Consolidated Screening List is searched among all of them.
void measure_index_recall(std::string const& data, std::size_t step);

}  // namespace tw::bench
