using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Unexpected bodies.</summary>
public sealed class UnaskedBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("application/json", "{\"role\":\"ADMIN\"}", 422)]
    [InlineData("application/json", "[]", 422)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/x-www-form-urlencoded", "limit=1&id=x&organizationId=x&%zz", 415)]
    [InlineData("multipart/form-data; boundary=x", "not a part", 415)]
    [InlineData("multipart/form-data", "--\r\n", 415)]
    [InlineData("nonsense", "\0", 415)]
    [InlineData("application/json", "{}", null)]
    [InlineData("text/plain", "", null)]
    public async Task One_is_refused_by_every_write_that_takes_none_unless_it_says_nothing_and_means_nothing_to_a_read(string mediaType, string body, int? refusal)
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithCredentialsOfAsync(ApiFixture.Admin);
        List<string> faults = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation is { Body: null, TakesFile: false, IsEndless: false }))
        {
            // Unsafe operations may revoke the session, so they use another user than the reads.
            var token = operation.IsRead ? await api.TokenAsync(ApiFixture.Admin) : await api.SignInAsync(ApiFixture.OtherAdmin);
            var answer = await Wire.SendAsync(
                api, $"{operation.Method} {operation.PathWith(operation.IsRead ? tenant.Id : TenantData.Unknown)} HTTP/1.1", body,
                [$"Authorization: Bearer {token}", $"Content-Type: {mediaType}"]);
            // No provider is configured here, and nobody has a second factor: that is told by what is there, not by the body.
            var isFound = operation.IsRead && !operation.Path.Contains("{provider}", StringComparison.Ordinal);
            var isFine = refusal is { } status && !operation.IsRead
                ? answer.Status == status && operation.Statuses.Contains(status)
                : answer.Status is 200 or 204 or 409 || (answer.Status == 404 && !isFound);
            faults.AddRange((isFine ? [] : new[] { answer }).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R226")]
    public async Task A_form_does_not_bind_query_parameters()
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        var answer = await Wire.SendAsync(
            api, "GET /api/v1/users HTTP/1.1", "limit=1&role=ADMIN", [$"Authorization: Bearer {token}", "Content-Type: application/x-www-form-urlencoded"]);
        answer.Json.At("meta.perPage").GetInt32().Should().Be(20);
    }
}
