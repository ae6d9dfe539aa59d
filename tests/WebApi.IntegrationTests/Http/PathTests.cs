using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Every path of the served document, written otherwise.</summary>
public sealed class PathTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R242")]
    public Task A_segment_in_another_case_is_another_path() => SendAsync(operation =>
    {
        var segments = operation.Path.Split('/');
        return Enumerable.Range(0, segments.Length).Where(index => segments[index].Length > 0 && segments[index][0] != '{')
            .Select(index => string.Join('/', segments.Select((segment, at) => at == index ? segment.ToUpperInvariant() : segment)));
    });

    [Fact]
    [Trait("Requirement", "R242")]
    public Task A_path_with_one_slash_more_is_another_path() => SendAsync(operation => [operation.Path + "/", "/" + operation.Path, operation.Path.Insert(operation.Path.LastIndexOf('/'), "/")]);

    private async Task SendAsync(Func<Operation, IEnumerable<string>> paths)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        var token = await api.TokenAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        List<string> faults = [];
        var operations = (await ServedDocument.ReadAsync(api)).Operations;
        foreach (var operation in operations)
        {
            foreach (var path in paths(operation))
            {
                var answer = await Wire.SendAsync(
                    api, $"{operation.Method} {(operation with { Path = path }).PathWith(tenant.Id)} HTTP/1.1", operation.Body?.Example.ToJsonString() ?? "",
                    [$"Authorization: Bearer {token}", $"Content-Type: {operation.Body?.MediaType ?? "application/json"}"]);
                // What stands where another operation has an id is read as one, and is none.
                var isMissing = answer is { Status: 404, Code: "NOT_FOUND" } or { Status: 422, Code: "VALIDATION_ERROR" }
                    && (answer.Status == 404 || operations.Any(other => other.Path == path[..path.LastIndexOf('/')] + "/{id}"));
                faults.AddRange((isMissing ? Envelope.Faults(answer) : [answer.ToString()]).Select(fault => $"{operation.Method} {path}: {fault}"));
            }
        }

        faults.Should().BeEmpty();
        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }
}
