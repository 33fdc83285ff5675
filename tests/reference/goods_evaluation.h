/// The hand-written evaluation texts, and two trivial floors to stand beside the classifier.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace tw::goods_evaluation {

struct Example {
  std::string id, language, text, hs_code, goods_class;
  bool sensitive = false;
  bool is_test = false;
};

inline std::vector<Example> read_examples(std::string const& path) {
  std::vector<Example> examples;
  std::ifstream file(path);
  bool is_header = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (is_header) {
      is_header = false;
      continue;
    }
    std::istringstream cells(line);
    std::vector<std::string> c;
    for (std::string cell; std::getline(cells, cell, '\t');) c.push_back(cell);
    if (c.size() != 7) continue;
    examples.push_back({c[0], c[1], c[2], c[3], c[4], c[5] == "1", c[6] == "test"});
  }
  return examples;
}

/// Floor 1: the class from the declared heading alone.
inline std::string class_by_code(std::string const& hs) {
  struct Row {
    char const* prefix;
    char const* name;
  };
  static constexpr Row kRows[] = {
      {"9301", "rifle_or_part"}, {"9302", "rifle_or_part"},   {"9303", "rifle_or_part"},
      {"9305", "rifle_or_part"}, {"9306", "ammunition"},      {"8806", "drone"},
      {"8807", "drone_part"},    {"8542", "microchip"},       {"901310", "optics"},
      {"9005", "optics"},        {"9015", "optics"},          {"8526", "navigation"},
      {"9014", "navigation"},    {"8525", "radio_or_camera"}, {"851762", "radio_or_camera"},
      {"8506", "battery"},       {"8507", "battery"},         {"8411", "gas_turbine_or_part"},
      {"8456", "machine_tool"},  {"8457", "machine_tool"},    {"8458", "machine_tool"},
      {"8459", "machine_tool"},  {"8460", "machine_tool"},    {"8466", "machine_tool"},
      {"8482", "bearing"},       {"8708", "vehicle_part"},    {"8710", "vehicle_part"},
      {"9304", "riot_agent"}};
  for (auto const& row : kRows) {
    if (hs.starts_with(row.prefix)) return row.name;
  }
  return "ordinary";
}

/// Floor 2: the first of a short list of words, wherever it stands.
inline std::string class_by_keyword(std::string lowered_text) {
  struct Row {
    char const* word;
    char const* name;
  };
  static constexpr Row kRows[] = {{"бронежилет", "body_armour"},
                                  {"bulletproof", "body_armour"},
                                  {"vest", "body_armour"},
                                  {"armor", "body_armour"},
                                  {"жилет", "body_armour"},
                                  {"防弹", "body_armour"},
                                  {"yelek", "body_armour"},
                                  {"سترة", "body_armour"},
                                  {"helmet", "helmet"},
                                  {"шлем", "helmet"},
                                  {"头盔", "helmet"},
                                  {"خوذة", "helmet"},
                                  {"rifle", "rifle_or_part"},
                                  {"винтовк", "rifle_or_part"},
                                  {"ружье", "rifle_or_part"},
                                  {"步枪", "rifle_or_part"},
                                  {"tüfe", "rifle_or_part"},
                                  {"بندقية", "rifle_or_part"},
                                  {"патрон", "ammunition"},
                                  {"cartridge", "ammunition"},
                                  {"ammunition", "ammunition"},
                                  {"子弹", "ammunition"},
                                  {"ذخيرة", "ammunition"},
                                  {"drone", "drone"},
                                  {"дрон", "drone"},
                                  {"квадрокоптер", "drone"},
                                  {"无人机", "drone"},
                                  {"uav", "drone"},
                                  {"طائرة", "drone"},
                                  {"propeller", "drone_part"},
                                  {"микросхем", "microchip"},
                                  {"integrated circuit", "microchip"},
                                  {"集成电路", "microchip"},
                                  {"chip", "microchip"},
                                  {"entegre", "microchip"},
                                  {"thermal", "thermal_or_night_vision"},
                                  {"тепловизор", "thermal_or_night_vision"},
                                  {"night vision", "thermal_or_night_vision"},
                                  {"热成像", "thermal_or_night_vision"},
                                  {"scope", "optics"},
                                  {"прицел", "optics"},
                                  {"бинокл", "optics"},
                                  {"瞄准镜", "optics"},
                                  {"gps", "navigation"},
                                  {"navigation", "navigation"},
                                  {"навигац", "navigation"},
                                  {"导航", "navigation"},
                                  {"radio", "radio_or_camera"},
                                  {"camera", "radio_or_camera"},
                                  {"камер", "radio_or_camera"},
                                  {"радиостанц", "radio_or_camera"},
                                  {"摄像", "radio_or_camera"},
                                  {"batter", "battery"},
                                  {"аккумулятор", "battery"},
                                  {"батаре", "battery"},
                                  {"电池", "battery"},
                                  {"turbine", "gas_turbine_or_part"},
                                  {"турбин", "gas_turbine_or_part"},
                                  {"燃气轮机", "gas_turbine_or_part"},
                                  {"cnc", "machine_tool"},
                                  {"станок", "machine_tool"},
                                  {"数控", "machine_tool"},
                                  {"bearing", "bearing"},
                                  {"подшипник", "bearing"},
                                  {"轴承", "bearing"},
                                  {"rulman", "bearing"},
                                  {"brake", "vehicle_part"},
                                  {"автомобил", "vehicle_part"},
                                  {"汽车", "vehicle_part"},
                                  {"tear gas", "riot_agent"},
                                  {"слезоточив", "riot_agent"},
                                  {"催泪", "riot_agent"}};
  for (auto const& row : kRows) {
    if (lowered_text.find(row.word) != std::string::npos) return row.name;
  }
  return "ordinary";
}

}  // namespace tw::goods_evaluation
