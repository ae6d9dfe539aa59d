using System.Net;
using System.Reflection;
using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>Every refusal at a way in is one entry of the audit log, with its reason, and under nobody's name but the proved caller's.</summary>
[Trait("Requirement", "R252")]
public sealed class RefusalTests(RefusalApi api) : IClassFixture<RefusalApi>
{
    private static readonly HashSet<string> Reasons =
    [
        .. new[] { typeof(RefusalReasons), typeof(ReasonCodes), typeof(ErrorCodes) }.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!),
        .. ExternalSignInErrorCode.All.Select(code => code.ToUpperInvariant()),
    ];

    public static TheoryData<string> Strangers => [.. WaysIn.All.Keys];

    public static TheoryData<string> Callers => [.. InsideWays.All.Keys];

    [Theory]
    [MemberData(nameof(Strangers))]
    public Task Whoever_proves_nothing_is_recorded_once_as_nobody(string what) => ShouldBeRecordedOnceAsync(WaysIn.All[what]);

    [Theory]
    [MemberData(nameof(Callers))]
    public Task A_caller_who_may_not_is_recorded_once_under_their_own_name_at_most(string what) => ShouldBeRecordedOnceAsync(InsideWays.All[what]);

    [Fact]
    public async Task What_is_allowed_has_no_reason()
    {
        var person = await api.PersonAsync();
        using var client = await api.SignedInAsync(person.Email);
        await client.JsonAsync("/api/v1/users");
        (await api.ScalarAsync<long>(
            $"select count(*) from auditing.audit_logs log join users.users person using (organization_id) where person.email = '{person.Email}' and (reason is not null or outcome <> 'SUCCEEDED')"))
            .Should().Be(0);
    }

    [Fact]
    public async Task What_is_not_there_is_no_refusal()
    {
        var (person, other) = (await api.PersonAsync(), await api.PersonAsync());
        using var client = await api.SignedInAsync(person.Email);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var (id, status) = await RefusalApi.RefuseAsync(client, method, $"/api/v1/users/{other.UserId}");
            status.Should().Be(404);
            (await api.EntriesAsync(id)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task To_look_up_an_ended_link_is_no_refusal()
    {
        var person = await api.PersonAsync();
        var (_, token, _) = await api.InvitedAsync(person);
        (await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Ada", password = AccountsApi.FirstPassword })).Status.Should().Be(HttpStatusCode.Created);
        var (id, status) = await api.RefuseAsync("/api/v1/invitations/lookup", new { token });
        status.Should().Be(422);
        (await api.EntriesAsync(id)).Should().BeEmpty();
    }

    private async Task ShouldBeRecordedOnceAsync(Func<RefusalApi, Task<Refused>> refuse)
    {
        // Of one source, one is recorded in a minute.
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        var refused = await refuse(api);
        refused.Status.Should().BeInRange(400, 499);
        (await api.EntriesAsync(refused.RequestId)).Should().Equal(RefusalApi.Expected(refused));
        Reasons.Should().Contain(refused.Reason);
    }
}
