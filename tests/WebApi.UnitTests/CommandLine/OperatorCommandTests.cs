using CleanApi.Infrastructure.CommandLine;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.UnitTests.CommandLine;

/// <summary>What commands of the operator refuse before anything is read.</summary>
public sealed class OperatorCommandTests
{
    private const string User = "usr_01h455vb4pex5vsknk084sn02q";
    private const string Organization = "org_01h455vb4pex5vsknk084sn02q";

    [Theory]
    [InlineData("", "Which name?")]
    [InlineData("Acme more", "more is not expected.")]
    [InlineData("Acme --plan", "--plan needs a value.")]
    [InlineData("Acme --plan GOLD", "GOLD is no plan.")]
    [InlineData("Acme --plan PRO --plan FREE", "--plan is given twice.")]
    [InlineData("Acme --colour", "--colour is not expected.")]
    [InlineData("Acme --plan PRO --json", null)]
    public void An_organization_has_a_name_and_perhaps_a_plan(string line, string? wrong) => Refusal(new AdminOrganizationsCreate(), line).Should().Be(wrong);

    [Theory]
    [InlineData("", null)]
    [InlineData("--json", null)]
    [InlineData("all", "all is not expected.")]
    public void The_list_takes_nothing_but_its_form(string line, string? wrong) => Refusal(new AdminOrganizationsList(), line).Should().Be(wrong);

    [Theory]
    [InlineData("", "Which user?")]
    [InlineData("somebody", "somebody is no user: an id begins with usr_.")]
    [InlineData(User, "--from is missing.")]
    [InlineData($"{User} --from {Organization}", "--to is missing.")]
    [InlineData($"{User} --from {Organization} --to acme", "acme is no organization: an id begins with org_.")]
    [InlineData($"{User} --from {Organization} --to {Organization} --role OWNER", "OWNER is no role.")]
    [InlineData($"{User} {User}", $"{User} is not expected.")]
    [InlineData($"{User} --from {Organization} --to {Organization} --role ADMIN --json", null)]
    public void A_transfer_names_the_user_and_both_organizations(string line, string? wrong) => Refusal(new AdminUsersTransfer(), line).Should().Be(wrong);

    private static string? Refusal(ProgramCommand command, string line) => command.Refuse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
