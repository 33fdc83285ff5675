// Case, width, diacritics and surrounding space do not change what a cell means.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tidewaiter/reference.h"
#include "tidewaiter/text.h"

namespace tw::reference {
namespace {

/// Cells of many scripts as files have them.
std::vector<std::string> const& cells() {
  static std::vector<std::string> const all{"TR",
                                            "TUR",
                                            "Turkey",
                                            "ТУРЦИЯ",
                                            "Türkiye",
                                            "阿联酋",
                                            "KOREA, REPUBLIC OF",
                                            "U.A.E.",
                                            "ОАЭ",
                                            "Côte d'Ivoire",
                                            "KG",
                                            "КГ",
                                            "шт",
                                            "M2",
                                            "КВ.М",
                                            "ÇİFT",
                                            "PCS",
                                            "USD",
                                            "ДОЛЛАР США",
                                            "RUR",
                                            "Germany",
                                            "ГЕРМАНИЯ",
                                            "Ελλάδα",
                                            "ՀԱՅԱՍՏԱՆ",
                                            "საქართველო",
                                            "Iran (Islamic Republic of)",
                                            "TR - TURKEY",
                                            "156",
                                            "MTK",
                                            "ТЫС.ШТ",
                                            "CNY",
                                            "ЕВРО"};
  return all;
}

char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= U'а' && c <= U'я') return c - 32;
  if (c >= U'α' && c <= U'ω' && c != U'ς') return c - 32;
  return c;
}

/// The same text with random letters in upper case, lower case or full width.
std::string disguised(std::string const& text, bool with_width) {
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    auto c = text::next_code_point(rest);
    switch (*rc::gen::inRange(0, with_width ? 4 : 3)) {
      case 1: c = upper(c); break;
      case 2: c = text::lower(c); break;
      case 3: c = c > 0x20 && c < 0x7F ? c + 0xFEE0 : c; break;
      default: break;
    }
    text::append_utf8(c, out);
  }
  return out;
}

std::optional<std::string> unit_code(std::string_view text) {
  auto const found = unit(text);
  return found ? std::optional(std::string(found->code)) : std::nullopt;
}

RC_GTEST_PROP(Reference, case_does_not_change_a_lookup, ()) {
  auto const cell = *rc::gen::elementOf(cells());
  auto const other = disguised(cell, false);
  RC_ASSERT(country(cell) == country(other));
  RC_ASSERT(unit_code(cell) == unit_code(other));
  RC_ASSERT(currency(cell) == currency(other));
}

RC_GTEST_PROP(Reference, width_does_not_change_a_country, ()) {
  auto const cell = *rc::gen::elementOf(cells());
  RC_ASSERT(country(cell) == country(disguised(cell, true)));
}

RC_GTEST_PROP(Reference, space_around_a_cell_does_not_change_a_lookup, ()) {
  auto const cell = *rc::gen::elementOf(cells());
  auto const other = "  " + cell + "\t ";
  RC_ASSERT(country(cell) == country(other));
  RC_ASSERT(unit_code(cell) == unit_code(other));
  RC_ASSERT(currency(cell) == currency(other));
}

RC_GTEST_PROP(Reference, diacritics_do_not_change_a_country_name, ()) {
  auto const each =
      *rc::gen::elementOf(std::vector<Country>(countries().begin(), countries().end()));
  auto const name = std::string(country_name(each));
  RC_ASSERT(country(name) == country(text::folded(name)));
}

RC_GTEST_PROP(Reference, any_bytes_give_an_answer, (std::string const& bytes)) {
  auto const country_answer = country(bytes);
  RC_ASSERT(!country_answer || !country_name(*country_answer).empty());
  auto const unit_answer = unit(bytes);
  RC_ASSERT(!unit_answer || unit_answer->factor_den > 0);
  auto const currency_answer = currency(bytes);
  RC_ASSERT(!currency_answer || currency_answer->size() == 3U);
  auto const digits = hs_digits(bytes);
  RC_ASSERT(!digits || (digits->size() >= 4U && digits->size() <= 12U));
  RC_ASSERT(legal_form_key(legal_form_key(bytes)) == legal_form_key(bytes));
}

RC_GTEST_PROP(Reference, hs_digits_of_a_printed_code_are_the_code, ()) {
  auto const chapter = *rc::gen::inRange(10, 98);
  auto const rest = *rc::gen::inRange(0, 100000000);
  auto code = std::to_string(rest);
  code =
      std::to_string(chapter) + std::string(8 - std::min<std::size_t>(8, code.size()), '0') + code;
  auto const dotted = code.substr(0, 4) + "." + code.substr(4, 2) + "." + code.substr(6);
  RC_ASSERT(hs_digits(code) == code);
  RC_ASSERT(hs_digits(dotted) == code);
  RC_ASSERT(hs6(*hs_digits(dotted)) == code.substr(0, 6));
}

}  // namespace
}  // namespace tw::reference
