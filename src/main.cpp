#include "tidewaiter/cli.h"

int main(int argc, char** argv) { return tw::cli::main(argc, argv); }
