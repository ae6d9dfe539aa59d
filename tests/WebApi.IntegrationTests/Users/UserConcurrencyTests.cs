using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserConcurrencyTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const int Writers = 4;

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    public async Task Without_If_Match_no_version_is_checked(string method)
    {
        var person = await api.InviteAsync();
        await WriteAsync(number => api.SendAsync(ApiFixture.Admin, method, person.Path, new { name = $"N{number}", role = "MEMBER" }));
        await ExpectVersionAsync(person, 1 + Writers);
    }

    [Fact]
    public async Task Nor_in_one_s_own_profile()
    {
        var person = await api.AddAsync();
        await api.TokenAsync(person.Email);
        var before = long.Parse((await api.GetAsync(person.Email, "/api/v1/me")).Headers["ETag"].Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(number => api.SendAsync(person.Email, "PATCH", "/api/v1/me", new { bio = $"B{number}" }));
        await ExpectVersionAsync(person, before + Writers);
    }

    [Fact]
    public async Task Nor_in_the_organization() =>
        await WriteAsync(number => api.SendAsync(ApiFixture.Admin, "PATCH", "/api/v1/organization", new { name = $"Acme {number}" }));

    [Theory]
    [InlineData("activate")]
    [InlineData("deactivate")]
    [Trait("Requirement", "R30")]
    public async Task An_action_at_once_is_done_once(string action)
    {
        var person = await api.InviteAsync();
        var answers = await WriteAsync(_ => api.SendAsync(ApiFixture.Admin, "POST", $"{person.Path}/{action}"));
        answers.Select(answer => answer.Body.At("data").GetRawText()).Distinct(StringComparer.Ordinal).Should().ContainSingle();
        await ExpectVersionAsync(person, 2);
        (await Task.WhenAll(answers.Select(api.AuditAsync))).Sum(entries => entries.Count).Should().Be(1);
    }

    [Fact]
    public async Task Of_several_deletions_one_finds_the_user()
    {
        var person = await api.AddAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)));
        answers.Select(answer => answer.Status).Order().Should()
            .Equal([HttpStatusCode.NoContent, .. Enumerable.Repeat(HttpStatusCode.NotFound, Writers - 1)]);
        (await Task.WhenAll(answers.Select(api.AuditAsync))).Sum(entries => entries.Count).Should().Be(1);
    }

    private static async Task<Answer[]> WriteAsync(Func<int, Task<Answer>> write)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(write));
        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK);
        return answers;
    }

    private async Task ExpectVersionAsync(Person person, long version) =>
        (await api.GetAsync(ApiFixture.Admin, person.Path)).Headers["ETag"].Should().Be($"\"{version}\"");
}
