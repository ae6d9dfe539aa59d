using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Callers;

/// <summary>Who acts is one of a closed set of kinds, and what the database is told follows from the kind.</summary>
public sealed class CallerTests
{
    private const string Hierarchy =
        """
        public abstract record Caller { private protected Caller() { } }
        public sealed record UserCaller : Caller;
        public sealed record SystemCaller : Caller;
        """;

    [Fact]
    [Trait("Requirement", "R7")]
    public void The_kinds_of_callers_are_closed() => CallerRule.Open(Repository.Sources("src")).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R7")]
    public void Nothing_assigns_the_current_caller() =>
        Repository.Sources("src").SelectMany(file => CallerRule.Assigns(file).Select(file.Place)).Should().BeEmpty("RunAsAsync ends with its block");

    [Fact]
    [Trait("Requirement", "R7")]
    public void What_the_database_is_told_is_decided_for_each_kind_of_caller()
    {
        CallerRule.Unmatched([.. Repository.Sources("src/Application")]).Should().BeEmpty("Match asks for a decision for each kind");
        Repository.Sources("src/Infrastructure").SelectMany(file => CallerRule.Switches(file).Select(file.Line)).Should().BeEmpty("with Match, a new kind does not compile until it is decided about");
    }

    [Theory]
    [InlineData(Hierarchy, false)]
    [InlineData("public record Caller { private protected Caller() { } }", true)]
    [InlineData("public abstract record Caller;", true)]
    [InlineData("public abstract record Caller(string Name);", true)]
    [InlineData(Hierarchy + "public record ClientCaller : Caller;", true)]
    [InlineData("public abstract class Caller { protected Caller() { } }", true)]
    public void A_hierarchy_that_is_open_is_found(string code, bool isOpen) => CallerRule.Open([SourceFile.Sample(code)]).Any().Should().Be(isOpen);

    [Theory]
    [InlineData("Caller? Caller { get; } Task<T> RunAsAsync<T>(Caller caller, Func<Task<T>> work);", false)]
    [InlineData("Caller? Caller { get; set; }", true)]
    [InlineData("Caller? Caller { get; init; }", true)]
    [InlineData("void Enter(Caller caller);", true)]
    public void A_member_that_assigns_the_caller_is_found(string members, bool isFound) =>
        CallerRule.Assigns(SourceFile.Sample($"interface ICallerContext {{ {members} }}")).Any().Should().Be(isFound);

    [Theory]
    [InlineData("int Of(Caller? caller) => caller switch { UserCaller => 1, _ => 2 };", true)]
    [InlineData("int Of(UserCaller caller) => (caller, 1) switch { (UserCaller, _) => 1 };", true)]
    [InlineData("void Run(Caller caller) { switch (caller) { case UserCaller: break; default: break; } }", true)]
    [InlineData("int Of(string caller) => caller switch { \"UserCaller\" => 1, _ => 2 };", false)]
    public void A_switch_over_callers_is_found(string member, bool isFound) =>
        CallerRule.Switches(SourceFile.Sample($"class Sample {{ {member} }} {Hierarchy}")).Any().Should().Be(isFound);

    [Theory]
    [InlineData("public abstract T Match<T>(Func<UserCaller, T> user, Func<SystemCaller, T> system);", "")]
    [InlineData("public abstract T Match<T>(Func<UserCaller, T> user, T others);", "SystemCaller")]
    [InlineData("public T Match<T>(Func<UserCaller, T> user, Func<SystemCaller, T> system) => default!;", "UserCaller SystemCaller")]
    [InlineData("", "UserCaller SystemCaller")]
    public void A_kind_that_nobody_decides_about_is_found(string match, string forgotten) =>
        string.Join(' ', CallerRule.Unmatched([SourceFile.Sample(Hierarchy.Replace("{ private", $"{{ {match} private", StringComparison.Ordinal))])).Should().Be(forgotten);
}
