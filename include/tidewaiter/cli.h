/// cli: the terminal. Translates words into questions for the engine and answers into text.
/// The only room with a clock, an environment and standard streams.
#pragma once

namespace tw::cli {

/// Exit status: 0 done, 1 failed, 2 wrong use, 3 done with rejected rows under --strict.
int main(int argc, char** argv);

}  // namespace tw::cli
