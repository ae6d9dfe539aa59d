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
        var kinds = CallerRule.Kinds(Repository.Sources("src/Application")).ToList();
        var switches = Repository.Sources("src/Infrastructure").SelectMany(CallerRule.Switches).ToList();

        kinds.Should().NotBeEmpty();
        switches.Should().Contain(one => one.File.Path.EndsWith("/TenantStatement.cs"), "it decides by the kind of the caller");
        switches.Where(one => one.SwallowsOthers).Select(one => one.Place).Should().BeEmpty("a new kind must not be taken for another one");
        switches.SelectMany(one => one.Forgets(kinds).Select(kind => $"{one.Place} does not name {kind}")).Should().BeEmpty();
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
    [InlineData("caller switch { UserCaller => 1, SystemCaller => 2, null => 3 }", false, "")]
    [InlineData("caller switch { UserCaller { } user => 1, SystemCaller => 2, _ => throw new InvalidOperationException() }", false, "")]
    [InlineData("caller switch { UserCaller => 1, _ => 2 }", true, "SystemCaller")]
    [InlineData("caller switch { UserCaller => 1, SystemCaller => 2, not null => 4, null => 3 }", true, "")]
    [InlineData("caller switch { UserCaller => 1, SystemCaller => 2, { } => 4, null => 3 }", true, "")]
    [InlineData("(caller, 1) switch { (UserCaller, _) => 1, _ => 2 }", true, "SystemCaller")]
    public void A_switch_that_swallows_or_forgets_a_kind_is_found(string expression, bool swallows, string forgotten)
    {
        var file = SourceFile.Sample($"class Sample {{ int Of(Caller? caller) => {expression}; }} {Hierarchy}");
        var decision = CallerRule.Switches(file).Should().ContainSingle().Subject;
        decision.SwallowsOthers.Should().Be(swallows);
        string.Join(' ', decision.Forgets(CallerRule.Kinds([file]))).Should().Be(forgotten);
    }

    [Fact]
    public void A_default_that_swallows_is_found() =>
        CallerRule.Switches(SourceFile.Sample($"class Sample {{ void Run(Caller caller) {{ switch (caller) {{ case UserCaller: break; default: break; }} }} }} {Hierarchy}"))
            .Should().ContainSingle(one => one.SwallowsOthers);
}
