using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserPathTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("GET", "/api/Users")]
    [InlineData("GET", "/api/users")]
    [InlineData("GET", "/users")]
    [InlineData("GET", "/api/v1/Users")]
    [InlineData("GET", "/API/v1/users")]
    [InlineData("GET", "/api/v1/users/")]
    [InlineData("GET", "/api/v1/user")]
    [InlineData("GET", "/api/v1/user/list")]
    [InlineData("GET", "/api/v1/getUsers")]
    [InlineData("POST", "/api/v1/createUser")]
    [InlineData("POST", "/api/v2/users")]
    [InlineData("POST", "/api/v1/users/{id}/delete")]
    [InlineData("DELETE", "/api/v1/users/{id}/delete")]
    [Trait("Requirement", "R32")]
    [Trait("Requirement", "R33")]
    [Trait("Requirement", "R34")]
    [Trait("Requirement", "R35")]
    public async Task Other_spellings_of_the_paths_do_not_exist(string method, string path)
    {
        var person = await api.InviteAsync();
        var answer = await api.SendAsync(ApiFixture.Admin, method, path.Replace("{id}", person.Id, StringComparison.Ordinal));
        answer.Expect(HttpStatusCode.NotFound).Text("error.code").Should().Be("NOT_FOUND");
        await api.GetAsync(ApiFixture.Admin, person.Path);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/users")]
    [InlineData("DELETE", "/api/v1/users")]
    [InlineData("POST", "/api/v1/users/{id}")]
    [InlineData("GET", "/api/v1/users/{id}/activate")]
    [InlineData("PUT", "/api/v1/me")]
    [InlineData("DELETE", "/api/v1/me")]
    [InlineData("DELETE", "/api/v1/organization")]
    public async Task A_verb_that_a_path_does_not_have_is_405_with_those_that_it_has(string method, string path)
    {
        var person = await api.InviteAsync();
        var answer = await api.SendAsync(ApiFixture.Admin, method, path.Replace("{id}", person.Id, StringComparison.Ordinal));
        answer.Expect(HttpStatusCode.MethodNotAllowed).Text("error.code").Should().Be("METHOD_NOT_ALLOWED");
    }
}
