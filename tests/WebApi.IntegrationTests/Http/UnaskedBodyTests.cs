using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Unexpected bodies.</summary>
public sealed class UnaskedBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("application/json", "{\"role\":\"ADMIN\"}")]
    [InlineData("application/json", "{")]
    [InlineData("application/x-www-form-urlencoded", "limit=1&id=x&organizationId=x&%zz")]
    [InlineData("multipart/form-data; boundary=x", "not a part")]
    [InlineData("multipart/form-data", "--\r\n")]
    [InlineData("nonsense", "\0")]
    public async Task One_is_passed_over_by_every_operation_that_takes_none(string mediaType, string body)
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithPasskeyOfAsync(ApiFixture.Admin);
        List<string> faults = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Body is null))
        {
            // Unsafe operations may revoke the session, so they use another user than the reads.
            var token = operation.IsRead ? await api.TokenAsync(ApiFixture.Admin) : await api.SignInAsync(ApiFixture.OtherAdmin);
            var answer = await Wire.SendAsync(
                api, $"{operation.Method} {operation.PathWith(operation.IsRead ? tenant.Id : TenantData.Unknown)} HTTP/1.1", body,
                [$"Authorization: Bearer {token}", $"Content-Type: {mediaType}"]);
            // No provider is configured here, and nobody has a second factor: that is told by what is there, not by the body.
            var isFound = operation.IsRead && !operation.Path.Contains("{provider}", StringComparison.Ordinal);
            faults.AddRange((answer.Status is 200 or 204 or 409 || (answer.Status == 404 && !isFound) ? [] : new[] { answer }).Select(fault => $"{operation}: {fault}"));
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
