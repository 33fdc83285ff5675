# How everything is compiled. Options a person may set are all here.

option(TW_PCH "Precompile the standard headers and core.h" ON)
option(TW_TESTS "Build the tests" ON)
option(TW_BENCH "Build the benchmarks" OFF)
option(TW_FUZZ "Build the fuzz targets (clang only)" OFF)
option(TW_WERROR "Treat warnings as errors" OFF)
set(TW_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined")
set(TW_SHARED_DATA "${CMAKE_SOURCE_DIR}/../shared/data" CACHE PATH
    "Folder with real data for tests; tests that need it are skipped when it is absent")

# -O2 builds faster than -O3; the hot loops that are ours are memory-bound.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# The same flag for libraries and programs, so that one precompiled header serves both.
add_compile_options(-fPIC)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

# One set of warnings for all rooms; -Wshadow and -Wconversion catch what bites in figures.
add_library(tw_flags INTERFACE)
target_compile_options(tw_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<BOOL:${TW_WERROR}>:-Werror>)
target_include_directories(tw_flags INTERFACE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(tw_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:TW_VERSION="${PROJECT_VERSION}">)
# 128-bit integers are an extension that both compilers have; sums of decimals need them.
target_compile_options(tw_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-pedantic>)

if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # g++ 12 sees faults in std::string that are not there (GCC bugs 105651, 105329).
  target_compile_options(tw_flags INTERFACE -Wno-restrict -Wno-stringop-overflow
                         -Wno-array-bounds)
endif()
if(TW_SANITIZE)
  target_compile_options(tw_flags INTERFACE -fsanitize=${TW_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(tw_flags INTERFACE -fsanitize=${TW_SANITIZE})
endif()
find_program(TW_MOLD mold)
if(TW_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
