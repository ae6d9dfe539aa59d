using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Each fault says where it is: those of the body with a JSON pointer, those of the path and the query without one.</summary>
public sealed class PointerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("PATCH", "/api/v1/users/42", """{"name":5}""", "Invalid request data", "id ", "name #/name")]
    [InlineData("PATCH", "/api/v1/users/42", null, "Invalid request data", "id ")]
    [InlineData("POST", "/api/v1/users?x=1", """{"email":"bad","name":""}""", "Invalid request data", "x ", "email #/email", "name #/name")]
    [InlineData("POST", "/api/v1/users", """{"email":"bad","name":"","name.x":1}""", "Invalid request body", "name.x #/name.x", "email #/email", "name #/name")]
    [InlineData("POST", "/api/v1/users", """{"email":"ada@acme.test","name":"Ada","a/b~c":1}""", "Invalid request body", "a/b~c #/a~1b~0c")]
    [InlineData("POST", "/api/v1/users", """{"email":"ada@acme.test","name":"Ada","a[0]":1}""", "Invalid request body", "a[0] #/a%5B0%5D")]
    [InlineData("POST", "/api/v1/api-keys", """{"name":"K","scopes":["nope","users:read",1]}""", "Invalid request body", "scopes[2] #/scopes/2", "scopes[0] #/scopes/0")]
    [InlineData("POST", "/api/v1/api-keys", """{"name":"","scopes":["nope",null]}""", "Invalid request body", "name #/name", "scopes[0] #/scopes/0", "scopes[1] #/scopes/1")]
    [InlineData("GET", "/api/v1/users?limit=0", null, "Invalid query parameters", "limit ")]
    [InlineData("GET", "/api/v1/users?limit=x", null, "Invalid query parameters", "limit ")]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R204")]
    public async Task A_pointer_leads_to_a_fault_of_the_body(string method, string path, string? json, string message, params string[] faults)
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", "application/problem+json" } } };
        request.Content = json is null && method == "GET" ? null : Calls.Content(System.Text.Encoding.UTF8.GetBytes(json ?? "{}"));
        using var response = await client.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var problem = await response.JsonAsync();
        problem.Text("detail").Should().Be(message);
        problem.At("errors").EnumerateArray()
            .Select(error => $"{error.Text("field")} {(error.TryGetProperty("pointer", out var pointer) ? pointer.GetString() : "")}").Should().BeEquivalentTo(faults);
    }
}
