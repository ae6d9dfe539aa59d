using System.Globalization;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Common;

/// <summary>What the examples of the documentation show.</summary>
internal static class ExampleValues
{
    /// <summary>A time, as answers write it.</summary>
    public const string Time = "2026-01-31T12:00:00.000Z";

    private const string Origin = "https://api.example.com";

    /// <summary>The same time.</summary>
    public static readonly DateTimeOffset Instant = DateTimeOffset.Parse(Time, CultureInfo.InvariantCulture);

    /// <summary>The id of a request.</summary>
    public static readonly string RequestId = TypeIdSchema.Example("req");

    /// <summary>The address of the page of an error code: absolute, as answers have it.</summary>
    public static string Documentation(string code) => Origin + ErrorWriter.DocumentationPath + code;
}
