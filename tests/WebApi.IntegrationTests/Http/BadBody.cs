using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A body that every operation rejects.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Statuses">The allowed error statuses.</param>
/// <param name="Of">Creates the bytes from a valid body.</param>
internal sealed record BadBody(string Name, int[] Statuses, Func<DescribedBody, byte[]> Of)
{
    private const int OneMegabyte = 1024 * 1024;
    private const int ManyLevels = 10_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadBody> All { get; } =
    [
        Malformed("cut short", body => body.Example.ToJsonString()[..^1]),
        Malformed("another language", _ => "<user><name>Ada</name></user>"),
        Malformed("a form", _ => "name=Ada&email=ada%40acme.test"),
        Malformed("two documents", body => body.Example.ToJsonString() + "{}"),
        Malformed("something after the end", body => body.Example.ToJsonString() + "x"),
        Malformed("a trailing comma", body => body.Example.ToJsonString()[..^1] + ",}"),
        Malformed("a comment", body => "/* hello */" + body.Example.ToJsonString()),
        Malformed("single quotes", _ => "{'name':'Ada'}"),
        Malformed("no quotes", _ => "{name:1}"),
        Malformed("no number", _ => """{"name":NaN}"""),
        Malformed("a leading zero", _ => """{"name":01}"""),
        Malformed("a raw line break in a text", _ => "{\"name\":\"a\nb\"}"),
        Malformed("white space only", _ => " \r\n\t "),
        Malformed("zero bytes", _ => "\0\0\0\0"),
        Malformed("a field twice", body => $"{{{Members(body)},{Members(body)}}}"),
        Malformed("an array 10,000 levels deep", _ => new string('[', ManyLevels) + new string(']', ManyLevels)),
        Malformed("an object 10,000 levels deep", _ => string.Concat(Enumerable.Repeat("{\"a\":", ManyLevels)) + "1" + new string('}', ManyLevels)),
        Malformed("10,000 levels that are never closed", _ => new string('[', ManyLevels)),
        Malformed("a field 10,000 levels deep", body => body.With(body.Fields[0].Name, new string('[', ManyLevels) + new string(']', ManyLevels))),
        Malformed("half a surrogate pair in a name", _ => """{"\ud800":1}"""),
        new("UTF-16", [400], body => Encoding.Unicode.GetBytes(body.Example.ToJsonString())),
        new("a byte that UTF-8 does not have", [400], _ => [.. "{\"name\":\""u8, 0xFF, .. "\"}"u8]),
        new("an overlong encoding", [400], _ => [.. "{\"name\":\""u8, 0xC0, 0x80, .. "\"}"u8]),
        new("a surrogate in UTF-8", [400], _ => [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]),
        new("half a character", [400], _ => [.. "{\"name\":\""u8, 0xF0, 0x9F, .. "\"}"u8]),
        Invalid("null", _ => "null"),
        Invalid("an empty array", _ => "[]"),
        Invalid("an array of itself", body => $"[{body.Example.ToJsonString()}]"),
        Invalid("a text", _ => "\"Ada\""),
        Invalid("a number", _ => "42"),
        Invalid("a truth", _ => "true"),
        Invalid("a huge number", _ => "1" + new string('0', 5000)),
        Invalid("a field that there is not", body => body.With("isAdmin", "true")),
        Invalid("a field without a name", body => body.With("", "1")),
        Invalid("a name with U+0000", body => body.With("\\u0000", "1")),
        Invalid("a name in another case", body => body.With(body.Fields[0].Name.ToUpperInvariant(), "null")),
        Invalid("a prototype", body => body.With("__proto__", """{"role":"ADMIN"}""")),
        Invalid("a name of 100,000 characters", body => body.With(new string('a', 100_000), "1")),
        Invalid("100,000 fields", _ => $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"{number:x}\":1"))}}}"),
        new("one text of 1 MB", [413], body => Encoding.UTF8.GetBytes(body.With(body.Fields[0].Name, $"\"{new string('a', OneMegabyte)}\""))),
        new("10 MB", [413], body => Encoding.UTF8.GetBytes(body.With(body.Fields[0].Name, $"\"{new string('a', 10 * OneMegabyte)}\""))),
        new("10 MB of white space", [413], _ => Encoding.UTF8.GetBytes(new string(' ', 10 * OneMegabyte))),
    ];

    private static BadBody Malformed(string name, Func<DescribedBody, string> of) => new(name, [400], body => Encoding.UTF8.GetBytes(of(body)));

    private static BadBody Invalid(string name, Func<DescribedBody, string> of) => new(name, [422], body => Encoding.UTF8.GetBytes(of(body)));

    private static string Members(DescribedBody body) => body.Example.ToJsonString()[1..^1];
}
