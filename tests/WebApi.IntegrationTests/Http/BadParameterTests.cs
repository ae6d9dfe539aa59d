using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Unusual values in every query parameter, id and header of the served document, sent unmodified.</summary>
public sealed class BadParameterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R226")]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF%FE")]
    [InlineData("%C0%80")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%zz")]
    [InlineData("%")]
    [InlineData("%E2%80%AE")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999999999")]
    [InlineData("0x10")]
    [InlineData("%D9%A1")]
    [InlineData("1,2")]
    [InlineData("%27%20or%201=1--")]
    [InlineData("%25%5F%5C%25")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("")]
    public async Task An_unusual_query_value_is_accepted_or_rejected_but_never_fails(string value) =>
        await SendAsync(operation => operation.Query.Select(parameter => $"?{parameter.Name}={value}"), (status, operation) => operation.Statuses.Contains(status) && status < 500);

    [Theory]
    [Trait("Requirement", "R226")]
    [Trait("Requirement", "R239")]
    [InlineData("?{0}=1&{0}=2")]
    [InlineData("?{0}=&{0}=")]
    public async Task A_parameter_that_is_sent_twice_is_refused(string query) =>
        await SendAsync(operation => operation.Query.Select(parameter => string.Format(null, query, parameter.Name)), (status, _) => status == 422);

    [Theory]
    [InlineData("?{0}[]=1")]
    [InlineData("?{0}[0]=1")]
    [InlineData("?{0}.x=1")]
    [InlineData("?{0}")]
    [InlineData("?&&&=&=1&{0}")]
    [InlineData("?%7B0%7D=1;{0}=2")]
    [InlineData("???{0}=1#x")]
    public async Task A_strange_query_breaks_nothing(string query) =>
        await SendAsync(operation => operation.Query.Select(parameter => string.Format(null, query, parameter.Name)), (status, operation) => status is 200 or 422 or 400 || (status == 404 && operation.Path.Contains("{provider}")));

    [Fact]
    [Trait("Requirement", "R226")]
    public async Task A_long_query_value_is_refused()
    {
        var text = new string('a', 4000);
        await SendAsync(operation => operation.Query.Where(parameter => parameter.Name != "cursor").Select(parameter => $"?{parameter.Name}={text}"), (status, _) => status == 422);
    }

    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAA")]
    [InlineData("%FF")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("eyJhIjoxfQ")]
    [InlineData("eyJhIjoxfQ==")]
    [InlineData("....")]
    [InlineData("-_-_")]
    public async Task A_forged_cursor_is_rejected(string cursor) =>
        await SendAsync(operation => operation.Takes("cursor") ? [$"?cursor={cursor}"] : [], (status, _) => status == 422, "INVALID_CURSOR");

    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("x")]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%zz")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("usr_01H455VB4PEX5VSKNK084SN02Q")]
    [InlineData("usr_81h455vb4pex5vsknk084sn02q")]
    [InlineData("usr_01h455vb4pex5vsknk084sn02q%20")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("-1")]
    [InlineData("..%2F..%2Fme")]
    [InlineData("me%3Fx")]
    [InlineData("'%20or%201=1")]
    public async Task A_malformed_id_is_rejected(string id) => await SendAsync(operation => operation.PathIds.Any() ? [""] : [], (status, _) => status is 422 or 404 or 405 or 400, id: id);

    // RFC 3986, sections 5.2.4 and 6.2.2.2: dot segments, encoded or not, are removed before routing.
    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("%2E.")]
    public async Task Dot_segments_instead_of_an_id_resolve_to_the_parent_path_only(string dots)
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.PathIds.Any()).ToList();
        operations.Should().NotBeEmpty();
        foreach (var operation in operations)
        {
            var above = new Uri(new Uri("http://api.test"), operation.PathWith(_ => "..")).AbsolutePath;
            var (answer, expected) = (await SendToAsync(operation.PathWith(_ => dots)), await SendToAsync(above));
            (answer.Status, Kind(answer)).Should().Be((expected.Status, Kind(expected)), $"{operation} is {operation.Method} {above}");
            answer.Status.Should().BeOneOf([200, 201, 404, 405], $"{operation}: {answer}");

            Task<Answer> SendToAsync(string path) => Wire.SendAsync(
                api, $"{operation.Method} {path} HTTP/1.1", operation.Body?.Example.ToJsonString() ?? "",
                [$"Authorization: Bearer {token}", $"Content-Type: {operation.Body?.MediaType ?? "application/json"}"]);
        }
    }

    [Fact]
    public async Task An_id_of_another_type_is_refused() =>
        await SendAsync(operation => operation.PathIds.Any() ? [""] : [], (status, _) => status == 422, id: TenantData.Unknown("req"));

    [Fact]
    [Trait("Requirement", "R239")]
    public async Task A_parameter_that_an_operation_does_not_have_is_refused() =>
        await SendAsync(operation => operation.Id == "completeExternalSignIn" ? [] : ["?unknown=1", "?Cursor=x", "?unknown=1&unknown=2"], (status, operation) => status == 422 && operation.Statuses.Contains(422), "UNKNOWN_FIELD");

    private static string? Kind(Answer answer) =>
        answer.Status >= 400 ? answer.Json.Text("error.message") : answer.Json.At("data") is { ValueKind: JsonValueKind.Object } one ? one.Text("type") : "a list";

    private async Task SendAsync(
        Func<Operation, IEnumerable<string>> queries, Func<int, Operation, bool> isValid, string? code = null, string? id = null)
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithCredentialsOfAsync(ApiFixture.Admin);
        List<string> faults = [];
        var sent = 0;
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations)
        {
            foreach (var query in queries(operation))
            {
                sent++;
                var answer = await Wire.SendAsync(
                    api, $"{operation.Method} {operation.PathWith(prefix => id ?? tenant.Id(prefix))}{query} HTTP/1.1", operation.Body?.Example.ToJsonString() ?? "",
                    [$"Authorization: Bearer {token}", $"Content-Type: {operation.Body?.MediaType ?? "application/json"}"]);
                var isFine = isValid(answer.Status, operation) && (code is null || answer.Json.Text("error.details.0.code") == code);
                var form = answer.Status < 400 ? [] : Envelope.Faults(answer);
                faults.AddRange((isFine ? form : form.Prepend(answer.ToString())).Select(fault => $"{operation}{query}: {fault}"));
            }
        }

        sent.Should().BePositive();
        faults.Should().BeEmpty();
    }
}
