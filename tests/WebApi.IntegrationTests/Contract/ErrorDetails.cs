using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>Reads the details of errors.</summary>
internal static class ErrorDetails
{
    /// <summary>The details; none where the answer is no error.</summary>
    public static IEnumerable<JsonElement> Errors(this JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("error", out var error) ? error.GetProperty("details").EnumerateArray() : [];
}
