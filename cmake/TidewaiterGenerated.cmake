# What the build makes before it compiles: tables from ICU, and data/ embedded in the program.

set(TW_GENERATED ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${TW_GENERATED}/generated ${TW_GENERATED}/embedded)

# A tool that writes one file. It is compiled without the project's flags: it is not the product.
function(tw_table_tool name output)
  if(NOT EXISTS ${CMAKE_SOURCE_DIR}/tools/tables/${name}.cpp)
    return()
  endif()
  add_executable(${name} tools/tables/${name}.cpp)
  target_link_libraries(${name} PRIVATE ICU::i18n ICU::uc ICU::data)
  add_custom_command(OUTPUT ${output} COMMAND ${name} ${output} DEPENDS ${name}
                     COMMENT "Making ${output}" VERBATIM)
endfunction()

tw_table_tool(make_text_tables ${TW_GENERATED}/generated/text_tables.inc)
add_custom_target(tw_text_tables DEPENDS ${TW_GENERATED}/generated/text_tables.inc)

tw_table_tool(make_country_names ${TW_GENERATED}/embedded/country_names.tsv)
set(TW_WORLD_MAP ${CMAKE_SOURCE_DIR}/third_party/world-atlas/countries-110m.json)
add_custom_command(OUTPUT ${TW_GENERATED}/embedded/world_map.tsv
  COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/tables/make_world_map.py
          ${TW_WORLD_MAP} ${TW_GENERATED}/embedded/world_map.tsv
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/tables/make_world_map.py ${TW_WORLD_MAP} VERBATIM)

file(GLOB_RECURSE TW_DATA_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*)
set(TW_EMBEDDED_FILES ${TW_GENERATED}/embedded/country_names.tsv
                      ${TW_GENERATED}/embedded/world_map.tsv)
add_custom_command(
  OUTPUT ${TW_GENERATED}/embedded.S ${TW_GENERATED}/embedded_index.cpp
  COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/embed.py --root ${CMAKE_SOURCE_DIR}/data
          --generated ${TW_GENERATED}/embedded --out ${TW_GENERATED}
  DEPENDS ${TW_DATA_FILES} ${TW_EMBEDDED_FILES} ${CMAKE_SOURCE_DIR}/tools/embed.py VERBATIM)
set_source_files_properties(${TW_GENERATED}/embedded.S PROPERTIES
  OBJECT_DEPENDS "${TW_DATA_FILES};${TW_EMBEDDED_FILES}")
