using System.Net;
using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>A password that an administrator gives opens that organization alone, and nothing any more once the owner of the address has proved it.</summary>
[Trait("Requirement", "R245")]
public sealed class LocalAccountTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Given = "Th1s is given out";

    public static TheoryData<string> Orders() =>
    [
        "one two owner", "one owner two", "owner one two", "two one owner", "two owner one", "owner two one",
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task In_every_order_the_owner_has_an_account_of_their_own_and_what_was_given_before_is_dead(string order)
    {
        var email = AccountsApi.NewEmail();
        var organizations = new Dictionary<string, (string Admin, string Id)>
        {
            ["one"] = await NewAsync("One Ltd"),
            ["two"] = await NewAsync("Two Ltd"),
        };
        var steps = order.Split(' ');
        foreach (var step in steps)
        {
            if (step == "owner")
            {
                (await api.ChooseAsync(email, AccountsApi.FirstPassword, "Own Ltd", "The Owner")).Status.Should().Be(HttpStatusCode.NoContent);
                continue;
            }

            await GiveAsync(organizations[step], email);
        }

        using var owner = await api.SignedInAsync(email);
        (await PeopleApi.OrganizationsAsync(owner)).Keys.Should().Equal("Own Ltd");
        foreach (var (name, (_, id)) in organizations)
        {
            var isLater = Array.IndexOf(steps, name) > Array.IndexOf(steps, "owner");
            (await LoginAsync(email, Given, id)).Status.Should().Be(isLater ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, name);
            (await LoginAsync(email, AccountsApi.FirstPassword, id)).Status.Should().Be(HttpStatusCode.Unauthorized, name);
        }

        (await LoginAsync(email, Given)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_opens_its_organization_and_no_other_one()
    {
        var (email, home) = (AccountsApi.NewEmail(), await NewAsync("Home Ltd"));
        var (_, elsewhere) = await NewAsync("Elsewhere Ltd");
        var user = await GiveAsync(home, email);
        using var client = await api.SignedInAsync(email, password: Given);
        (await client.JsonAsync("/api/v1/me")).Text("data.id").Should().Be(user);

        (await LoginAsync(email, Given, elsewhere)).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var switched = await client.PostJsonAsync("/api/auth/switch-organization", new { organizationId = elsewhere });
        (await PeopleApi.RefusalAsync(switched)).Should().Be((HttpStatusCode.Forbidden, "LOCAL_ACCOUNT"));
        using var invitations = await client.GetAsync("/api/v1/me/invitations");
        (await PeopleApi.RefusalAsync(invitations)).Should().Be((HttpStatusCode.Forbidden, "LOCAL_ACCOUNT"));
    }

    [Fact]
    public async Task The_link_of_a_forgotten_password_makes_it_its_owner_s_and_ends_what_was_made_with_it()
    {
        var (email, home) = (AccountsApi.NewEmail(), await NewAsync("Reset Ltd"));
        var user = await GiveAsync(home, email);
        using var given = await api.SignedInAsync(email, password: Given);
        using var created = await given.PostJsonAsync("/api/v1/api-keys", new { name = "Import" });
        using var key = api.CreateClient((await created.JsonAsync()).Text("data.attributes.key"));
        await key.JsonAsync("/api/v1/me");

        var token = await api.ResetTokenAsync(email);
        (await api.MailAsync(email, "Set another password")).Text.Should().Contain("an administrator has given this address a password");
        (await api.ResetAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);

        foreach (var client in new[] { given, key })
        {
            using var refused = await client.GetAsync("/api/v1/me");
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await LoginAsync(email, Given, home.Id)).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var owner = await api.SignedInAsync(email, password: AccountsApi.NextPassword);
        (await owner.JsonAsync("/api/v1/me")).Text("data.id").Should().Be(user, "they are who they were there");
        await owner.JsonAsync("/api/v1/me/invitations");
        (await api.ResetAsync(token, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where action = 'account.replaced' and organization_id = '{Uuid(home.Id)}'")).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invitation_makes_its_owner_that_user_with_an_account_of_their_own(bool hasAccount)
    {
        var email = hasAccount ? await api.OrganizationAsync("Own Ltd") : AccountsApi.NewEmail();
        var home = await NewAsync("Inviting Ltd");
        var user = await GiveAsync(home, email);
        using var given = await GivenAsync(email, home.Id);
        await api.InviteAsync(home.Admin, email, role: null);

        if (hasAccount)
        {
            using var owner = await api.SignedInAsync(email);
            await PeopleApi.AcceptOnlyAsync(owner);
        }
        else
        {
            var token = (await api.MailAsync(email, "invited")).Token;
            (await api.PostAsync("/api/v1/invitations/accept", new { token, name = "The Owner", password = AccountsApi.FirstPassword })).Status.Should().Be(HttpStatusCode.Created);
        }

        using var refused = await given.GetAsync("/api/v1/me");
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await LoginAsync(email, Given, home.Id)).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var there = await api.SignedInAsync(email, home.Id);
        (await there.JsonAsync("/api/v1/me")).Text("data.id").Should().Be(user);
    }

    [Fact]
    public async Task Guesses_at_it_and_at_its_owner_s_account_slow_down_each_for_itself()
    {
        var (email, home) = (await api.OrganizationAsync("Slow Ltd"), await NewAsync("Local Ltd"));
        await GiveAsync(home, email);
        await GuessAsync(email, home.Id);
        (await LoginAsync(email, Given, home.Id)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await LoginAsync(email, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.OK);

        var (other, second) = (await api.OrganizationAsync("Slower Ltd"), await NewAsync("Other Ltd"));
        await GiveAsync(second, other);
        await GuessAsync(other, organizationId: null);
        (await LoginAsync(other, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await LoginAsync(other, Given, second.Id)).Status.Should().Be(HttpStatusCode.OK);
        (await LoginAsync(other, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.TooManyRequests, "a sign-in to the local account clears nothing of its owner's");
    }

    private async Task GuessAsync(string email, string? organizationId)
    {
        var statuses = new List<HttpStatusCode>();
        while (statuses.Count < 12)
        {
            statuses.Add((await LoginAsync(email, "Wr0ng password", organizationId)).Status);
        }

        statuses[0].Should().Be(HttpStatusCode.Unauthorized);
        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests);
    }

    private async Task<(string Admin, string Id)> NewAsync(string name)
    {
        var admin = await api.OrganizationAsync(name);
        using var client = await api.SignedInAsync(admin);
        return (admin, (await PeopleApi.OrganizationsAsync(client))[name]);
    }

    private async Task<HttpClient> GivenAsync(string email, string organizationId) => await api.SignedInAsync(email, organizationId, Given);

    private Task<(HttpStatusCode Status, JsonElement Body)> LoginAsync(string email, string password, string? organizationId = null) =>
        api.PostAsync("/api/auth/login", new { email, password, organizationId });

    // Creates and activates a user, and gives them a password through the module's contract. Returns the user's id.
    private async Task<string> GiveAsync((string Admin, string Id) organization, string email)
    {
        using var client = await api.SignedInAsync(organization.Admin);
        using var created = await client.PostJsonAsync("/api/v1/users", new { email, name = "Somebody", role = "MEMBER" });
        var id = (await created.JsonAsync()).Text("data.id")!;
        using var activated = await client.PostJsonAsync($"/api/v1/users/{id}/activate", new { });
        activated.StatusCode.Should().Be(HttpStatusCode.OK);
        TypeId.TryParse<UserId>(id, out var userId).Should().BeTrue();
        await using var scope = api.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var hash = await services.GetRequiredService<IPasswordService>().HashAsync(Given, "password", [email], CancellationToken.None);
        await services.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(new OrganizationId(Uuid(organization.Id))),
            () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                cancellation => services.GetRequiredService<IAccountService>().CreateLocalAsync(userId, EmailAddress.Parse(email), hash, cancellation),
                CancellationToken.None));
        return id;
    }

    private static Guid Uuid(string id) => TypeId.TryParse<OrganizationId>(id, out var parsed) ? parsed.Value : Guid.Empty;
}
