using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

/// <summary>What the API answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null where there is none.</param>
/// <param name="Headers">The headers, by name.</param>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The errors of the fields: <c>name TOO_LONG</c>.</summary>
    public IEnumerable<string> FieldErrors => Body.At("error.details").EnumerateArray()
        .Where(detail => detail.TryGetProperty("field", out _)).Select(detail => $"{detail.Text("field")} {detail.Text("code")}");

    /// <summary>The details that are about no field: <c>KEY_ROTATED</c>.</summary>
    public IEnumerable<string?> Reasons => Body.At("error.details").EnumerateArray().Where(detail => !detail.TryGetProperty("field", out _)).Select(detail => detail.Text("code"));

    /// <summary>The ids of a page.</summary>
    public IReadOnlyList<string> Ids => [.. Body.At("data").EnumerateArray().Select(user => user.Text("id")!)];

    /// <summary>The text at a dotted path of the body.</summary>
    public string? Text(string path) => Body.Text(path);

    /// <summary>Reads an answer.</summary>
    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.JsonAsync(),
        response.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override string ToString() => $"{(int)Status} {Body}";

    /// <summary>Fails, with the body, on another status.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Status.Should().Be(status, "the body is {0}", Body);
        return this;
    }

    /// <summary>Fails on anything but this error.</summary>
    public Answer ExpectError(HttpStatusCode status, string code, string message)
    {
        Expect(status);
        (Text("error.code"), Text("error.message")).Should().Be((code, message));
        return this;
    }

    /// <summary>Fails on anything but this error with this one reason.</summary>
    public Answer ExpectRefusal(HttpStatusCode status, string code, string reason, string message)
    {
        ExpectError(status, code, message);
        Reasons.Should().Equal(reason);
        Body.At("error.details").GetArrayLength().Should().Be(1);
        Text("error.details.0.message").Should().Be(message);
        return this;
    }

    /// <summary>Fails on anything but this refusal, whatever it says in words.</summary>
    public Answer ExpectReason(HttpStatusCode status, string reason)
    {
        Expect(status);
        Reasons.Should().Equal(reason);
        return this;
    }

    /// <summary>Fails on anything but a 422 with this one fault.</summary>
    public Answer ExpectFault(string field, string code, string message)
    {
        Expect(HttpStatusCode.UnprocessableEntity);
        Body.At("error.details").EnumerateArray().Select(detail => (detail.Text("field"), detail.Text("code"), detail.Text("message")))
            .Should().Equal((field, code, message));
        return this;
    }
}
