using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using CleanApi.Tests.Shared;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>Every kind of caller sends every operation: what each is answered is committed, and follows from the access rule of the request behind it.</summary>
public sealed class PermissionMatrixTests(MatrixApi api) : IClassFixture<MatrixApi>
{
    [Fact]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R126")]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R247")]
    public async Task What_each_kind_of_caller_is_answered_is_the_committed_matrix() =>
        CommittedFile.ShouldBe("docs/permissions.md", (await api.MatrixAsync()).Page);

    [Fact]
    public async Task No_request_fails_and_every_refusal_is_an_envelope()
    {
        var answers = (await api.MatrixAsync()).Rows.SelectMany(row => row.Answers.Values.Select(answer => (row.Operation, Answer: answer))).ToList();
        answers.Where(one => one.Answer.Status is 429 or >= 500).Select(one => $"{one.Operation}: {one.Answer}").Should().BeEmpty();
        answers.Where(one => one.Answer.Status is 401 or 403).SelectMany(one => Envelope.Faults(one.Answer)).Should().BeEmpty();
    }

    [Theory]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R59")]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R190")]
    [Trait("Requirement", "R196")]
    [Trait("Requirement", "R199")]
    [InlineData("viewer", UserRole.Viewer)]
    [InlineData("member", UserRole.Member)]
    [InlineData("admin", UserRole.Admin)]
    public async Task A_role_is_authorized_by_its_permissions(string name, UserRole role)
    {
        var (kind, rules) = (CallerKind.Columns.Single(kind => kind.Name == name), new OperationRules(api));
        (await api.MatrixAsync()).Rows.Where(row => !row.Operation.IsAnonymous)
            .SelectMany(row => Faults(row, rules.Of(row.Operation), role, row.Answers[kind]))
            .Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R58")]
    public async Task Without_a_credential_nothing_is_answered_but_what_is_open() =>
        (await api.MatrixAsync()).Rows.Where(row => !row.Operation.IsAnonymous && row.Answers[CallerKind.Anonymous].Status != 401)
            .Select(row => row.Text).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R59")]
    public async Task Operations_with_permissions_document_403()
    {
        var all = new OperationRules(api);
        var rules = (await api.MatrixAsync()).Rows.Where(row => !row.Operation.IsAnonymous)
            .Select(row => (row.Operation, Rule: all.Of(row.Operation) as RequiresPermissionAttribute))
            .Where(one => one.Rule is not null).ToList();
        rules.Where(one => !one.Operation.Statuses.Contains(403)).Should().BeEmpty();
        rules.Select(one => one.Rule!.Permission).Should().Contain([Permissions.UsersRead, Permissions.UsersCreate, Permissions.UsersDelete]);
    }

    [Fact]
    public async Task Every_action_of_the_program_is_in_the_document() =>
        new OperationRules(api).Ids.Should().BeSubsetOf((await api.MatrixAsync()).Rows.Select(row => row.Operation.Id), "what is not described has no row");

    private static IEnumerable<string> Faults(MatrixRow row, RequestAccessAttribute rule, UserRole role, Answer answer)
    {
        var (isAllowed, isSettled, denied) = Expected(rule, role, row);
        var what = $"{role} {row.Operation}{(row.IsSelf ? " (oneself)" : "")}: {answer}";
        return (isAllowed, answer.Status) switch
        {
            (true, 403) => isSettled ? [what] : [],
            (false, 403) => answer.Code == "AUTHORIZATION_ERROR" && answer.Json.Text("error.message") == denied ? [] : [what],
            (false, _) => [what],
            _ => [],
        };
    }

    // To write for somebody else may need more than the permission of the request; that is for the tests of the use case.
    private static (bool IsAllowed, bool IsSettled, string? Denied) Expected(RequestAccessAttribute rule, UserRole role, MatrixRow row) => rule switch
    {
        RequiresPermissionAttribute needed when RolePermissions.Has(role, needed.Permission) => (true, row.IsSelf || row.Operation.IsRead || role == UserRole.Admin, null),
        RequiresPermissionAttribute { OrPerson: true } => (true, true, null),
        RequiresPermissionAttribute { OrSelf: true } when row.IsSelf => (true, true, null),
        RequiresPermissionAttribute needed => (false, true, needed.Denied),
        PlatformOnlyAttribute => (false, true, PlatformOnlyAttribute.Denied),
        _ => (true, true, null),
    };
}
