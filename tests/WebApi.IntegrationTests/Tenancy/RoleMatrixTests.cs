using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>Every role sends every operation: 403 exactly where the access rule of the request behind it says so.</summary>
public sealed class RoleMatrixTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R59")]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R190")]
    [Trait("Requirement", "R196")]
    [Trait("Requirement", "R199")]
    [InlineData(ApiFixture.Viewer, UserRole.Viewer)]
    [InlineData(ApiFixture.Member, UserRole.Member)]
    [InlineData(ApiFixture.Admin, UserRole.Admin)]
    public async Task A_role_is_authorized_by_its_permissions(string email, UserRole role)
    {
        var (self, tenant) = (await api.UserIdAsync(email), await TenantData.OfAsync(api, email));
        List<string> faults = [];
        foreach (var (operation, rule) in await RulesAsync())
        {
            // Who leaves can do nothing else afterwards.
            faults.AddRange(await FaultsAsync(operation, rule, role, email, operation.Id == "leaveOrganization" ? TenantData.Unknown : tenant.Id, isSelf: false));
            if (operation.PathIds.SequenceEqual(["usr"]))
            {
                faults.AddRange(await FaultsAsync(operation, rule, role, email, _ => self, isSelf: true));
            }
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R59")]
    public async Task Operations_with_permissions_document_403()
    {
        var rules = await RulesAsync();
        rules.Where(entry => entry.Rule is RequiresPermissionAttribute && !entry.Operation.Statuses.Contains(403)).Should().BeEmpty();
        rules.Select(entry => (entry.Rule as RequiresPermissionAttribute)?.Permission).Should().Contain([Permissions.UsersRead, Permissions.UsersCreate, Permissions.UsersDelete]);
    }

    [Fact]
    public async Task Every_action_of_the_program_is_in_the_document() =>
        Actions().Keys.Should().BeSubsetOf((await ServedDocument.ReadAsync(api)).Operations.Select(operation => operation.Id), "what is not described is not walked");

    private async Task<IEnumerable<string>> FaultsAsync(
        Operation operation, RequestAccessAttribute rule, UserRole role, string email, Func<string, string> id, bool isSelf)
    {
        // Each in a session of its own: what is not a read may end this session, or all of them.
        using var client = api.CreateClient(await api.SignInAsync(email));
        var answer = await client.AnswerAsync(operation.Request(id));
        var (isAllowed, isSettled, denied) = Expected(rule, role, operation, isSelf);
        var what = $"{role} {operation}{(isSelf ? " (themselves)" : "")}: {answer}";
        return (isAllowed, answer.Status) switch
        {
            (_, 401 or >= 500) => [what],
            (true, 403) => isSettled ? [what] : [],
            (false, not 403) => [what],
            (false, _) => answer.Code == "AUTHORIZATION_ERROR" && answer.Json.Text("error.message") == denied ? Envelope.Faults(answer) : [what],
            _ => [],
        };
    }

    // To write for somebody else may need more than the permission of the request; that is for the tests of the use case.
    private static (bool IsAllowed, bool IsSettled, string? Denied) Expected(RequestAccessAttribute rule, UserRole role, Operation operation, bool isSelf) => rule switch
    {
        RequiresPermissionAttribute needed when RolePermissions.Has(role, needed.Permission) => (true, isSelf || operation.IsRead || role == UserRole.Admin, null),
        RequiresPermissionAttribute { OrPerson: true } => (true, true, null),
        RequiresPermissionAttribute { OrSelf: true } when isSelf => (true, true, null),
        RequiresPermissionAttribute needed => (false, true, needed.Denied),
        _ => (true, true, null),
    };

    private async Task<IReadOnlyList<(Operation Operation, RequestAccessAttribute Rule)>> RulesAsync()
    {
        var actions = Actions();
        return
        [
            .. (await ServedDocument.ReadAsync(api)).Operations.Where(operation => !operation.IsAnonymous)
                .Select(operation => (operation, RequestAccess.Of(OperationRequests.Of(actions[operation.Id], operation.Id))!)),
        ];
    }

    private Dictionary<string, ControllerActionDescriptor> Actions() =>
        api.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .ToDictionary(action => action.AttributeRouteInfo!.Name!, StringComparer.Ordinal);
}
