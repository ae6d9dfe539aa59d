using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Style;

/// <summary>What the code does not contain.</summary>
public sealed class CodeTests
{
    public static TheoryData<string> Rules => [.. CodeRule.All.Select(rule => rule.What)];

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Requirement", "R14")]
    public void The_code_is_without(string what)
    {
        var rule = Find(what);
        Repository.Sources(rule.Folders).SelectMany(rule.Broken).Should().BeEmpty();
    }

    // In pieces, so that the samples do not break the rules themselves.
    [Theory]
    [InlineData("a note to do something later", "// TO", "DO: more")]
    [InlineData("something that is not implemented", "throw new NotImplemented", "Exception();")]
    [InlineData("a swallowed exception", "try { A(); } catch (IOException) when (Is(a)) ", "{ }")]
    [InlineData("any exception caught and forgotten", "try { A(); } catch ", "{ /* whatever */ }")]
    [InlineData("any exception caught and forgotten", "try { A(); } catch (Exception exception) ", "{ /* whatever */ }")]
    [InlineData("a test that sleeps", "await Task.", "Delay(100);")]
    [InlineData("a test that sleeps", "Thread.", "Sleep(100);")]
    [InlineData("the system's clock", "var now = DateTimeOffset.", "UtcNow;")]
    [InlineData("a thread that waits for a task", "var a = RunAsync(b, c)", ".Result;")]
    [InlineData("a thread that waits for a task", "task", ".Wait();")]
    [InlineData("a warning that is switched off without a reason", "#pragma warning ", "disable CA1000")]
    [InlineData("a test that is skipped", "[Fact(", "Skip = \"later\")]")]
    public void What_it_must_not_contain_is_found(string what, string code, string rest) => Broken(what, code + rest).Should().NotBeEmpty();

    [Theory]
    [InlineData("a swallowed exception", "catch (IOException)\n{\n    // Somebody else was first.\n}")]
    [InlineData("something that is not implemented", "// NotImplementedException")]
    [InlineData("a thread that waits for a task", "context.Result = Result; var a = exchange.Result;")]
    [InlineData("a warning that is switched off without a reason", "// The interface asks for it.\n#pragma warning disable CA1000")]
    public void What_it_may_contain_is_not(string what, string code) => Broken(what, code).Should().BeEmpty();

    private static CodeRule Find(string what) => CodeRule.All.Single(rule => rule.What == what);

    private static IEnumerable<string> Broken(string what, string code) => Find(what).Broken(new CSharpFile("Sample.cs", CSharpText.Of($"\n{code}\n")));
}
