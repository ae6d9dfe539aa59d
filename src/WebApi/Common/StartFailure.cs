using System.Globalization;
using System.Text.Json;
using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.Logging;

namespace CleanApi.WebApi.Common;

/// <summary>Why the program ends, for its operator.</summary>
internal static class StartFailure
{
    /// <summary>One line: what a setting's own check says, where a settings file is broken, or the kind of failure and its message, with those behind it.</summary>
    public static string Describe(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StartException)
            {
                return Redactor.Text(cause.Message, Redactor.MaxLine);
            }
        }

        var text = exception is InvalidDataException { InnerException: FormatException { InnerException: JsonException json } }
            ? string.Create(CultureInfo.InvariantCulture, $"{exception.Message.TrimEnd('.')}: it is not JSON in line {json.LineNumber + 1}.")
            : Causes.Of(exception);
        return Redactor.Text(text, Redactor.MaxLine);
    }
}
