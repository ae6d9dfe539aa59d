using System.Diagnostics;
using System.Globalization;
using System.Text;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Sends every invalid body to every operation with a body: each is a documented client error, never a server error.</summary>
public sealed class BadInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int OneMegabyte = 1_000_000;

    public static TheoryData<string> Bodies => [.. BadBody.All.Select(body => body.Name)];

    /// <summary>Values as JSON, for a field that takes text.</summary>
    public static TheoryData<string, string> WrongTypes => new()
    {
        { "a number", "1" }, { "a negative number", "-1" }, { "a fraction", "0.5" }, { "a huge number", "1e999999" }, { "more digits than fit", new string('9', 400) },
        { "a truth", "true" }, { "an object", "{}" }, { "an array", "[]" }, { "an array of text", "[\"a\"]" }, { "nesting", "{\"a\":{\"b\":[{}]}}" },
    };

    /// <summary>Texts as JSON.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "U+0000 as an escape", @"a\u0000b" }, { "U+0000 alone", @"\u0000" }, { "half a surrogate pair", @"a\ud800b" }, { "the other half", @"\udc00" },
        { "the halves the wrong way round", @"\udc00\ud800" }, { "emoji", "👩‍👩‍👧‍👦😀" }, { "emoji as escapes", @"\ud83d\ude00" }, { "a noncharacter", @"\uffff" },
        { "marks that turn the direction", @"\u202etxet" }, { "a byte order mark", @"\ufeffname" }, { "control characters", @"a\u0001\u001f\u007fb" },
        { "a line break", @"a\r\nb" }, { "nothing", "" }, { "white space", @" \t " }, { "SQL", "'; drop table users.users; --" }, { "HTML", "<script>alert(1)</script>" },
        { "a format", "{0} %s %n ${jndi:ldap://x}" }, { "combining characters", "e" + string.Concat(Enumerable.Repeat("\u0301", 2000)) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    [Trait("Requirement", "R16")]
    [Trait("Requirement", "R57")]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R137")]
    public async Task An_invalid_body_is_rejected_by_every_operation(string name)
    {
        var bad = BadBody.All.Single(body => body.Name == name);
        await SendAsync(body => [bad.Of(body)], (status, _) => bad.Statuses.Contains(status));
    }

    [Fact]
    [Trait("Requirement", "R57")]
    public async Task A_missing_required_body_is_rejected() =>
        await SendAsync(body => body.IsRequired ? [[]] : [], (status, _) => status == 400);

    [Theory]
    [MemberData(nameof(WrongTypes))]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R226")]
    public async Task A_value_of_the_wrong_type_is_rejected_in_every_field(string what, string json)
    {
        what.Should().NotBeEmpty();
        await SendAsync(body => body.Fields.Where(field => field.IsText).Select(field => Encoding.UTF8.GetBytes(body.With(field.Name, json))), (status, _) => status == 422);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R226")]
    public async Task An_unusual_text_is_accepted_or_rejected_in_every_field_but_never_fails(string what, string text)
    {
        what.Should().NotBeEmpty();
        var isHalf = text.Contains(@"\ud800", StringComparison.Ordinal) || text == @"\udc00";
        await SendAsync(
            body => body.Fields.Where(field => field.IsText).Select(field => Encoding.UTF8.GetBytes(body.With(field.Name, $"\"{text}\""))),
            (status, operation) => isHalf ? status == 400 : status < 500 && operation.Statuses.Contains(status));
    }

    [Fact]
    [Trait("Requirement", "R226")]
    public async Task A_text_of_nearly_1_MB_is_too_long_for_every_field()
    {
        var text = new string('ä', OneMegabyte / 2);
        await SendAsync(
            body => body.Fields.Where(field => field.IsText).Select(field => Encoding.UTF8.GetBytes(body.With(field.Name, $"\"{text}\""))),
            // A refresh token of any length is just unknown.
            (status, operation) => status is 422 || (operation.Id is "refresh" or "logout" && status is 401));
    }

    // Sorting the marks of such a text takes minutes; refusing it, milliseconds.
    [Fact]
    [Trait("Requirement", "R226")]
    public async Task A_text_of_combining_marks_takes_no_time_in_any_field()
    {
        var text = "a" + new string('\u0315', OneMegabyte / 4) + new string('\u0316', OneMegabyte / 5);
        await SendAsync(
            body => body.Fields.Where(field => field.IsText).Select(field => Encoding.UTF8.GetBytes(body.With(field.Name, $"\"{text}\""))),
            (status, operation) => status is 422 || (operation.Id is "refresh" or "logout" && status is 401),
            longest: TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_error_names_at_most_100_fields()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var members = string.Join(',', Enumerable.Range(0, 1000).Select(number => string.Create(CultureInfo.InvariantCulture, $"\"f{number}\":1")));
        var answer = await client.AnswerAsync("POST", "/api/v1/users", $"{{{members}}}");
        answer.ShouldBeError(422, "VALIDATION_ERROR").At("details").GetArrayLength().Should().Be(100);
    }

    private async Task SendAsync(Func<DescribedBody, IEnumerable<byte[]>> bodies, Func<int, Operation, bool> isValid, TimeSpan? longest = null)
    {
        var (token, tenant) = (await api.TokenAsync(ApiFixture.Admin), await TenantData.OfAsync(api, ApiFixture.Viewer));
        using var client = api.Anonymous;
        List<string> faults = [];
        var sent = 0;
        foreach (var (operation, body) in (await ServedDocument.ReadAsync(api)).WithBody)
        {
            foreach (var bytes in bodies(body))
            {
                sent++;
                var start = Stopwatch.GetTimestamp();
                var answer = await client.AnswerAsync(operation.Request(tenant.Id, "", bytes, body.MediaType).As(token));
                Stopwatch.GetElapsedTime(start).Should().BeLessThan(longest ?? TimeSpan.MaxValue, "{0} {1}", operation, Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 100))));
                var form = answer.Status < 400 ? [] : Envelope.Faults(answer);
                faults.AddRange((isValid(answer.Status, operation) && operation.Statuses.Contains(answer.Status) ? form : form.Prepend(answer.ToString()))
                    .Select(fault => $"{operation} {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 100)))}: {fault}"));
            }
        }

        sent.Should().BePositive();
        faults.Should().BeEmpty();
        (await client.AnswerAsync("GET", "/health/live")).Status.Should().Be(200, "the server goes on");
    }
}
