#include "parties/nodes.h"

#include <algorithm>
#include <numeric>

#include "tidewaiter/text.h"

namespace tw::parties {
namespace {

constexpr std::size_t kChunk = 512;
constexpr std::size_t kUncheckedMin = 6;

std::string code_of(std::string_view text) {
  std::string code;
  for (char const c : text) {
    if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) code += c;
  }
  return code;
}

/// "0000000", "1111111", "NA": written where a number is not known.
bool is_placeholder(std::string_view code) {
  return code.size() < kUncheckedMin ||
         code.find_first_of("0123456789") == std::string_view::npos ||
         code.find_first_not_of(code.front()) == std::string_view::npos ||
         std::string_view("12345678901234567890").starts_with(code);
}

void add_number(Node& node, std::string_view registration_no) {
  auto& all = node.context.identifiers;
  if (auto known = names::identifier(registration_no)) {
    all.push_back(std::move(*known));
  } else if (auto code = code_of(registration_no); !is_placeholder(code)) {
    // A number that no check confirms holds within its country only.
    all.push_back({std::string{}, node.context.country + code, false});
  }
}

Node make_node(Mention const& mention) {
  Node node;
  node.name = names::analyse(mention.name);
  node.context.country = mention.country;
  node.context.identifiers = std::move(node.name.identifiers);
  node.name.identifiers.clear();
  add_number(node, mention.registration_no);
  auto& all = node.context.identifiers;
  std::ranges::sort(all);
  auto const repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
  return node;
}

void append(std::string& signature, std::string_view part, char end) {
  signature += part;
  signature += end;
}

std::string signature_of(Node const& node) {
  std::string signature;
  auto const& name = node.name;
  for (auto const& token : name.tokens) append(signature, token.key, ' ');
  signature += '|';
  for (auto const& number : name.numbers) append(signature, number, ' ');
  append(signature, name.form_class, '|');
  append(signature, node.context.country, '|');
  for (auto const& one : node.context.identifiers) append(signature, one.type + one.value, ' ');
  signature += static_cast<char>('0' + static_cast<int>(name.kind));
  for (auto const& other : name.others) {
    signature += '/';
    for (auto const& token : other.tokens) append(signature, token.key, ' ');
  }
  // Texts that name nobody are equal only letter by letter.
  if (name.tokens.empty()) append(signature, name.folded, '|');
  return signature;
}

/// What the comparison does not read is let go: millions of nodes are held at once.
void slim(names::Name& name) {
  name.words.clear();
  name.words.shrink_to_fit();
  name.weak.clear();
  name.weak.shrink_to_fit();
}

}  // namespace

Result<std::vector<Node>> make_nodes(std::span<Mention const> mentions, Job const& job) {
  std::vector<Node> nodes(mentions.size());
  parallel_chunks(mentions.size(), kChunk, job.threads, [&](std::size_t begin, std::size_t end) {
    if (!job.go_on()) return;
    for (std::size_t i = begin; i < end; ++i) {
      nodes[i] = make_node(mentions[i]);
      nodes[i].signature = signature_of(nodes[i]);
      slim(nodes[i].name);
    }
  });
  TW_CHECK(job.go_on());
  std::vector<std::uint32_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t x, std::uint32_t y) {
    if (auto const by = nodes[x].signature <=> nodes[y].signature; by != 0) return by < 0;
    return x < y;
  });
  std::vector<Node> distinct;
  for (auto const at : order) {
    if (distinct.empty() || distinct.back().signature != nodes[at].signature) {
      distinct.push_back(std::move(nodes[at]));
    }
    distinct.back().mentions.push_back(at);
  }
  return distinct;
}

}  // namespace tw::parties
