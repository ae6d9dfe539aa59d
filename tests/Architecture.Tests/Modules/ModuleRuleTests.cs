using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>What counts as a use of another module, and which uses are allowed.</summary>
public sealed class ModuleRuleTests
{
    [Theory]
    [InlineData("using CleanApi.Domain.Users;", "private readonly User user = null!;", "User")]
    [InlineData("", "Users.User? user;", "User")]
    [InlineData("", "CleanApi.Domain.Users.UserId id;", "UserId")]
    [InlineData("using CleanApi.Domain.Users;", "object? Role => UserRole.Admin;", "UserRole")]
    [InlineData("using Person = CleanApi.Domain.Users.User;", "Person? person;", "User")]
    [InlineData("using CleanApi.Domain.Common;", "string? Of(System.Func<CleanApi.Domain.Users.User> read) { var user = read(); return user.Name; }", "User")]
    public void A_use_is_found(string import, string member, string type) => Uses(import, member).Should().Contain(use => use.Type.Name == type && use.To == "Users");

    [Theory]
    [InlineData("using CleanApi.Domain.Users;", "// User")]
    [InlineData("using CleanApi.Domain.Users;", "public string? User { get; init; }")]
    [InlineData("using CleanApi.Domain.Users;", "string Text => nameof(Text) + \"User\";")]
    [InlineData("using CleanApi.Domain.Users;", "int Max => User.MaxBioLength;")]
    [InlineData("", "int Max => CleanApi.Domain.Users.User.MaxBioLength;")]
    [InlineData("", "CleanApi.Domain.Access.SessionId id;")]
    [InlineData("", "CleanApi.Domain.Errors.NotFoundError? error;")]
    public void Nothing_else_is(string import, string member) => Uses(import, member).Should().BeEmpty();

    [Theory]
    [InlineData("CleanApi.Domain.Users.User", false)]
    [InlineData("CleanApi.Domain.Users.UserId", true)]
    [InlineData("CleanApi.Domain.Users.UserRole", true)]
    [InlineData("CleanApi.Application.Users.IUserDirectory", true)]
    [InlineData("CleanApi.Application.Users.UserSummaryResponse", true)]
    [InlineData("CleanApi.Application.Users.RenameUser", false)]
    [InlineData("CleanApi.Application.Users.UserRenamer", false)]
    public void Of_another_module_only_what_it_publishes_may_be_used(string type, bool isAllowed)
    {
        var files = SourceFile.Samples(
            ("src/Application/Access/Sample.cs", $"namespace CleanApi.Application.Access;\n\ninternal sealed class Sample({type} one) {{ object One => one; }}"),
            ("src/Application/Users/Contracts/IUserDirectory.cs", "namespace CleanApi.Application.Users;\n\npublic interface IUserDirectory;"),
            ("src/Application/Users/UserSummaryResponse.cs", "namespace CleanApi.Application.Users;\n\npublic sealed record UserSummaryResponse;"),
            ("src/Application/Users/RenameUser/RenameUser.cs", "namespace CleanApi.Application.Users;\n\npublic sealed record RenameUser;"),
            ("src/Application/Users/UserRenamer.cs", "namespace CleanApi.Application.Users;\n\ninternal sealed class UserRenamer;"));

        ModuleUse.In(files[0]).Select(use => ModuleRule.IsPublished(use.Type)).Should().Equal(isAllowed);
    }

    [Theory]
    [InlineData("object Error => CleanApi.Domain.Users.UserErrors.LastAdmin();", true)]
    [InlineData("object Rule => CleanApi.Domain.Users.User.CreateInvited(default!, default!, default!, default, default);", false)]
    public void An_error_of_another_module_may_be_thrown_and_its_rules_may_not_be_applied(string member, bool isAllowed) =>
        Uses("", member).Should().NotBeEmpty().And.OnlyContain(use => ModuleRule.IsPublished(use.Type) == isAllowed);

    private static IEnumerable<ModuleUse> Uses(string import, string member) =>
        ModuleUse.In(SourceFile.Sample($"{import}\n\nnamespace CleanApi.Domain.Access;\n\npublic class Sample\n{{\n{member}\n}}\n", "src/Domain/Access/Sample.cs"));
}
