# Finds DuckDB's C library: first DuckDB_ROOT (variable or environment), then third_party/duckdb
# as ./setup.sh leaves it, then a system copy. Gives the target DuckDB::DuckDB and
# DuckDB_LIBRARY (the real file, to install beside the program).
#
# Only duckdb.h, the C interface, is wanted: the C++ one has no stable ABI, and the library was
# built with another compiler.

get_filename_component(_duckdb_repository "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(_duckdb_places "${_duckdb_repository}/third_party/duckdb")

find_path(DuckDB_INCLUDE_DIR NAMES duckdb.h HINTS ${_duckdb_places} PATH_SUFFIXES include
          DOC "Folder of duckdb.h")
find_library(DuckDB_LIBRARY NAMES duckdb HINTS ${_duckdb_places} PATH_SUFFIXES lib
             DOC "libduckdb.so")

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  DuckDB REQUIRED_VARS DuckDB_LIBRARY DuckDB_INCLUDE_DIR
  REASON_FAILURE_MESSAGE
  "Run ./setup.sh build in the repository: it puts DuckDB into third_party/duckdb. Or name a copy \
that has include/duckdb.h and lib/libduckdb.so with -DDuckDB_ROOT=FOLDER.\n")

if(DuckDB_FOUND AND NOT TARGET DuckDB::DuckDB)
  add_library(DuckDB::DuckDB SHARED IMPORTED)
  set_target_properties(
    DuckDB::DuckDB PROPERTIES IMPORTED_LOCATION "${DuckDB_LIBRARY}"
                              INTERFACE_INCLUDE_DIRECTORIES "${DuckDB_INCLUDE_DIR}")
endif()

mark_as_advanced(DuckDB_INCLUDE_DIR DuckDB_LIBRARY)
unset(_duckdb_repository)
unset(_duckdb_places)
