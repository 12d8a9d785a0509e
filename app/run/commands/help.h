// The help and the refusals of the command line, in the language of the person.
#pragma once

#include <memory>
#include <string>

namespace CLI {
class App;
class Error;
class FormatterBase;
} // namespace CLI

namespace naru::run {

std::shared_ptr<CLI::FormatterBase> helpInWords();

// What is wrong with the words of a command, and where its help is.
std::string wrongUsage(const CLI::App *app, const CLI::Error &error);

} // namespace naru::run
