# Libraries from Debian 12, and DuckDB from third_party/ (setup.sh) or the system.

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(EXPAT REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(ICU COMPONENTS uc i18n data REQUIRED)  # Build tools and tests only.
find_package(DuckDB REQUIRED)
find_package(Python3 3.11 COMPONENTS Interpreter REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)

# kainjow-mustache is one header without a package file.
find_path(TW_MUSTACHE_INCLUDE kainjow/mustache.hpp PATH_SUFFIXES include REQUIRED)
add_library(tw_mustache INTERFACE)
target_include_directories(tw_mustache SYSTEM INTERFACE ${TW_MUSTACHE_INCLUDE})
add_library(PkgConfig::MUSTACHE ALIAS tw_mustache)

if(TW_TESTS)
  find_package(GTest REQUIRED)
endif()
if(TW_BENCH)
  find_package(benchmark REQUIRED)
endif()
