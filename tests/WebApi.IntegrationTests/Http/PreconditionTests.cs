using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>If-Match and If-None-Match of every operation of the served document that takes them (RFC 9110, section 13).</summary>
public sealed class PreconditionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string File =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n--b--";

    [Theory]
    [Trait("Requirement", "R242")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("garbage")]
    [InlineData("\"")]
    [InlineData("W/")]
    [InlineData("w/\"1\"")]
    [InlineData("\"a\", b, \"c\"")]
    [InlineData("\"1\", *")]
    [InlineData("\"1\" \"2\"")]
    [InlineData("\"1 2\"")]
    [InlineData("\"a\\\"1\"")]
    [InlineData(",")]
    public async Task A_malformed_one_is_rejected(string tag)
    {
        foreach (var header in (string[])["If-Match", "If-None-Match"])
        {
            await SendAsync(operation => operation.Takes(header), $"{header}: {tag}", (answer, _) => answer.Status == 400 && answer.Code == "MALFORMED_REQUEST");
        }
    }

    [Theory]
    [Trait("Requirement", "R242")]
    [InlineData("If-Match: \"0\"")]
    [InlineData("If-Match: \"0\", W/\"999\"")]
    [InlineData("If-Match: \"99999999999999999999\"")]
    [InlineData("If-Match: \"-1\"")]
    [InlineData("If-Match: \"\"")]
    [InlineData("If-Match: \"\u00ff\"")]
    [InlineData("If-None-Match: *")]
    public async Task A_write_whose_precondition_fails_changes_nothing(string header)
    {
        var writes = (await ServedDocument.ReadAsync(api)).Operations.Where(IsWrite).ToList();
        writes.Select(operation => operation.Method).Should().Contain(["PUT", "PATCH", "DELETE", "POST"]);
        writes.Should().OnlyContain(operation => operation.Takes("If-None-Match") && operation.Statuses.Contains(412));
        await SendAsync(IsWrite, header, IsFailed);
    }

    private static bool IsWrite(Operation operation) => !operation.IsRead && operation.Takes("If-Match");

    // Nobody has an authenticator app here, and without the precondition the answer would be the same: RFC 9110, section 13.2.1.
    private static bool IsFailed(Answer answer, Operation operation) =>
        operation.Path.StartsWith("/api/v1/me/mfa/totp", StringComparison.Ordinal) ? answer.Status == 409 : answer.Status == 412 && answer.Code == "PRECONDITION_FAILED";

    private async Task SendAsync(Func<Operation, bool> takes, string header, Func<Answer, Operation, bool> isRefused)
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithCredentialsOfAsync(ApiFixture.Admin);
        var token = await api.TokenAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        List<string> faults = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(takes))
        {
            var (body, type) = operation.TakesFile ? (File, $"{UploadedFile.BodyType}; boundary=b") : (operation.Body?.Example.ToJsonString() ?? "", operation.Body?.MediaType ?? "application/json");
            var answer = await Wire.SendAsync(
                api, $"{operation.Method} {operation.PathWith(tenant.Id)} HTTP/1.1", body, [$"Authorization: Bearer {token}", $"Content-Type: {type}", header]);
            faults.AddRange((isRefused(answer, operation) ? Envelope.Faults(answer) : [answer.ToString()]).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }
}
