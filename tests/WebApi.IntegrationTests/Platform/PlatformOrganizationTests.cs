using System.Net;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.WebApi.IntegrationTests.Users;
using CleanApi.WebApi.Organizations;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Platform;

/// <summary>Organizations, as the operator of the platform sees them.</summary>
public sealed class PlatformOrganizationTests(PlatformApi api) : IClassFixture<PlatformApi>
{
    private const string Path = "/api/v1/platform/organizations";

    [Fact]
    public async Task One_that_is_created_is_listed_and_has_its_audit_entry_and_event()
    {
        var (exit, id, errors) = await api.RunAsync(new AdminOrganizationsCreate(), "Initech", "--plan", "PRO");

        (exit, errors).Should().Be((0, ""));
        var (_, listed, _) = await api.RunAsync(new AdminOrganizationsList());
        listed.Split('\n').Should().HaveCountGreaterThanOrEqualTo(3).And.ContainSingle(line => line.StartsWith($"{id} PRO ", StringComparison.Ordinal)).Which.Should().EndWith(" Initech");
        (await api.ScalarAsync<string>($"select action || ' ' || target_type from auditing.audit_logs where target_id = '{id}'")).Should().Be("organization.created organization");
        (await api.ScalarAsync<long>("select count(*) from events.outbox_events where name = 'organization.created.v1' and payload ->> 'name' = 'Initech'")).Should().Be(1);
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_by_field()
    {
        var (exit, output, errors) = await api.RunAsync(new AdminOrganizationsCreate(), " ");

        (exit, output).Should().Be((1, ""));
        errors.Should().StartWith("VALIDATION_ERROR: ").And.Contain("\n  name: ");
    }

    [Fact]
    public async Task The_list_goes_by_pages_in_each_order_and_direction()
    {
        for (var number = 0; number < 3; number++)
        {
            await api.RunAsync(new AdminOrganizationsCreate(), $"Paged {number}");
        }

        foreach (var (order, direction) in new[] { ("createdAt", "asc"), ("createdAt", "desc"), ("name", "asc"), ("name", "desc") })
        {
            var whole = await AllAsync(new ListOrganizations { OrderBy = order, OrderDir = direction, Limit = 100 });
            (await AllAsync(new ListOrganizations { OrderBy = order, OrderDir = direction, Limit = 2 })).Should().Equal(whole);
            whole.Should().HaveCountGreaterThan(4).And.OnlyHaveUniqueItems();
        }

        var page = await SendAsync(new ListOrganizations { Limit = 1, Plan = Domain.Organizations.OrganizationPlan.Pro });
        page.Items.Should().OnlyContain(one => one.Plan == Domain.Organizations.OrganizationPlan.Pro);
        (await SendAsync(new ListOrganizations { Limit = 1 })).Total.Should().Be(await api.ScalarAsync<long>("select count(*) from organizations.organizations where deleted_at is null"));
    }

    [Theory]
    [InlineData("GET", Path, null)]
    [InlineData("POST", Path, """{"name":"Sneaky"}""")]
    [InlineData("GET", $"{Path}/{{org}}", null)]
    [InlineData("POST", "/api/v1/platform/users/{usr}/transfer", """{"fromOrganizationId":"{org}","toOrganizationId":"{other}"}""")]
    [Trait("Requirement", "R7")]
    public async Task No_role_gets_in(string method, string path, string? body)
    {
        var (own, other) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));
        var user = await api.UserIdAsync(ApiFixture.Member);
        string Filled(string text) => text.Replace("{org}", own, StringComparison.Ordinal).Replace("{other}", other, StringComparison.Ordinal).Replace("{usr}", user, StringComparison.Ordinal);
        foreach (var email in new[] { ApiFixture.Admin, ApiFixture.Member, ApiFixture.Viewer })
        {
            var answer = await api.SendAsync(email, method, Filled(path), body is null ? null : Filled(body));
            answer.Expect(HttpStatusCode.Forbidden).Text("error.message").Should().Be("Only the operator of the platform may do this");
        }

        (await api.SendAsync(null, method, Filled(path), body is null ? null : Filled(body))).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task The_operator_sees_organizations_and_nothing_in_them()
    {
        await using var scope = api.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ICallerContext>();
        var users = scope.ServiceProvider.GetRequiredService<Application.Common.Persistence.IReadRepository<Domain.Users.User>>();

        (await context.RunAsAsync(SystemCaller.Operator, () => users.CountAsync(CancellationToken.None))).Should().Be(0);
    }

    private async Task<List<string>> AllAsync(ListOrganizations query)
    {
        List<string> all = [];
        for (var next = query; next is not null;)
        {
            var page = await SendAsync(next);
            all.AddRange(page.Items.Select(one => one.Id.ToString()));
            next = page.NextCursor is { } cursor ? next with { Cursor = cursor } : null;
        }

        return all;
    }

    private async Task<Application.Common.Paging.Page<OrganizationResponse>> SendAsync(ListOrganizations query)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        return await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(SystemCaller.Operator, () => sender.Send(query));
    }
}
