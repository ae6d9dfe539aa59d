using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

/// <summary>Nobody keeps their rights by changing things faster than an administrator takes them away.</summary>
public sealed class EvictionTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const int Loops = 12;

    [Theory]
    [InlineData("POST", "/deactivate", null, HttpStatusCode.OK)]
    [InlineData("DELETE", "", null, HttpStatusCode.NoContent)]
    [InlineData("PATCH", "", """{"role":"MEMBER"}""", HttpStatusCode.OK)]
    [InlineData("PUT", "", """{"name":"Thrown Out","role":"MEMBER"}""", HttpStatusCode.OK)]
    [Trait("Requirement", "R198")]
    [Trait("Requirement", "R201")]
    public async Task Whoever_changes_their_profile_all_the_time_is_thrown_out_at_the_first_try(string method, string action, string? body, HttpStatusCode expected)
    {
        await api.TokenAsync(ApiFixture.Admin);
        for (var round = 0; round < 3; round++)
        {
            var person = await api.AddAsync("VIEWER");
            var token = await api.TokenAsync(person.Email);
            await using var busy = await BusyCaller.StartAsync(Loops, number => api.SendWithTokenAsync(token, "PATCH", "/api/v1/me", new { bio = $"Still here {number}" }));

            var answer = await api.SendAsync(ApiFixture.Admin, method, person.Path + action, body);

            answer.Expect(expected);
            (await busy.EndAsync()).Should().OnlyContain(status => status == HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData("POST", "/deactivate", null)]
    [InlineData("PATCH", "", """{"role":"VIEWER"}""")]
    [Trait("Requirement", "R201")]
    public async Task Of_administrators_who_evict_each_other_nobody_does_it_after_they_were_evicted(string method, string action, string? body)
    {
        // With others left the rule about the last one holds nobody: the one who lost first is refused, because their rights are gone.
        for (var round = 0; round < 3; round++)
        {
            var (first, second) = (await api.AddAsync("ADMIN"), await api.AddAsync("ADMIN"));
            var tokens = new[] { await api.TokenAsync(first.Email), await api.TokenAsync(second.Email) };

            var answers = await Task.WhenAll(
                api.SendWithTokenAsync(tokens[0], method, second.Path + action, body), api.SendWithTokenAsync(tokens[1], method, first.Path + action, body));

            answers.Select(answer => answer.Status).Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.Unauthorized]);
        }
    }
}
