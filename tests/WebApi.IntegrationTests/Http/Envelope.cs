using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Validates the format of error responses.</summary>
internal static partial class Envelope
{
    private static readonly string[] Members = ["code", "message", "details", "requestId", "timestamp", "documentation"];
    private static readonly string[] DetailMembers = ["field", "code", "message"];

    /// <summary>Returns the violations of an error response; empty when there are none.</summary>
    public static IEnumerable<string> Faults(Answer answer)
    {
        if (answer.Header("Content-Type") is not "application/json; charset=utf-8")
        {
            return [$"Content-Type {answer.Header("Content-Type")}"];
        }

        var root = answer.Json;
        return root.EnumerateObject().Select(member => member.Name).SequenceEqual(["error"]) ? FaultsOf(root.GetProperty("error"), answer) : [$"is no error: {answer}"];
    }

    /// <summary>Asserts an error response.</summary>
    public static JsonElement ShouldBeError(this Answer answer, int status, string code)
    {
        answer.Status.Should().Be(status, answer.ToString());
        Faults(answer).Should().BeEmpty();
        answer.Code.Should().Be(code);
        return answer.Json.At("error");
    }

    private static IEnumerable<string> FaultsOf(JsonElement error, Answer answer)
    {
        if (!error.EnumerateObject().Select(member => member.Name).SequenceEqual(Members))
        {
            yield return $"members {error}";
            yield break;
        }

        var code = error.Text("code")!;
        if (ErrorCatalogue.Find(code)?.Status != answer.Status)
        {
            yield return $"{code} with status {answer.Status}";
        }

        if (error.Text("requestId") != answer.Header("X-Request-ID") || !RequestId().IsMatch(error.Text("requestId")!))
        {
            yield return $"request id {error.Text("requestId")} and {answer.Header("X-Request-ID")}";
        }

        if (!Timestamp().IsMatch(error.Text("timestamp")!))
        {
            yield return $"timestamp {error.Text("timestamp")}";
        }

        if (!error.Text("documentation")!.EndsWith($"/docs/errors/{code}", StringComparison.Ordinal))
        {
            yield return $"documentation {error.Text("documentation")}";
        }

        if (string.IsNullOrWhiteSpace(error.Text("message")) || Inside().IsMatch(answer.Body))
        {
            yield return $"message {answer.Body}";
        }

        var details = error.At("details").EnumerateArray().ToList();
        if (IsRefusal(code) && (details.Count != 1 || details[0].TryGetProperty("field", out _) || ErrorCatalogue.FindReason(details[0].Text("code")!) is null))
        {
            yield return $"no reason {answer.Body}";
        }

        foreach (var detail in error.At("details").EnumerateArray().Where(detail => !IsDetail(detail)))
        {
            yield return $"detail {detail}";
        }
    }

    // What is refused by the state of things or by rights says why.
    private static bool IsRefusal(string code) => code is ErrorCodes.Authorization or ErrorCodes.Conflict or ErrorCodes.Gone;

    private static bool IsDetail(JsonElement detail) =>
        detail.EnumerateObject().All(member => DetailMembers.Contains(member.Name))
        && (ErrorCatalogue.FindField(detail.Text("code")!) ?? ErrorCatalogue.FindReason(detail.Text("code")!)) is not null && !string.IsNullOrWhiteSpace(detail.Text("message"));

    [GeneratedRegex("^req_[0-7][0-9a-hjkmnp-tv-z]{25}$", RegexOptions.None, 1000)]
    private static partial Regex RequestId();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timestamp();

    // Internal details that must not leak: types, stack frames, files, SQL.
    [GeneratedRegex(@"Exception\b|\bat CleanApi\.|\.cs:line|Npgsql|System\.|Microsoft\.|SQLSTATE", RegexOptions.None, 1000)]
    private static partial Regex Inside();
}
