using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>What the code must not contain.</summary>
public sealed class CodeTests
{
    public static TheoryData<string> Rules => [.. CodeRule.All.Select(rule => rule.What)];

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Requirement", "R14")]
    public void The_code_is_without(string what)
    {
        var rule = Find(what);
        Repository.Sources(rule.Folders).AsParallel().SelectMany(file => rule.Find(file).Select(file.Place)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a swallowed exception", "try { A(); } catch (System.IO.IOException exception) when (exception is not null) { }")]
    [InlineData("a swallowed exception", "try { A(); } catch { /* whatever */ }")]
    [InlineData("a swallowed exception", "try { A(); } catch (Exception) { /* whatever */ }")]
    [InlineData("a test that sleeps", "await Task.Delay(100);")]
    [InlineData("a test that sleeps", "System.Threading.Thread.Sleep(100);")]
    [InlineData("the system's clock", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("the system's clock", "var today = System.DateTime.Today;")]
    [InlineData("a cache of data or answers", "Microsoft.Extensions.Caching.Memory.IMemoryCache cache;")]
    [InlineData("a cache of data or answers", "app.UseOutputCache();")]
    [InlineData("a thread that waits for a task", "var a = Task.FromResult(1); var b = a.Result;")]
    [InlineData("a thread that waits for a task", "Task.CompletedTask.Wait();")]
    [InlineData("a thread that waits for a task", "Task.WaitAll(Task.CompletedTask);")]
    [InlineData("a thread that waits for a task", "Task.CompletedTask.GetAwaiter().GetResult();")]
    [InlineData("a warning that is switched off without a reason", "\n#pragma warning disable CA1000\n")]
    public void What_it_must_not_contain_is_found(string what, string code) => Broken(what, code).Should().NotBeEmpty();

    [Theory]
    [InlineData("a swallowed exception", "try { A(); } catch (IOException)\n{\n    // Another process was first.\n}")]
    [InlineData("a swallowed exception", "try { A(); } catch (Exception exception) { Log(exception); }")]
    [InlineData("a test that sleeps", "// Task.Delay(100)")]
    [InlineData("the system's clock", "var now = clock.UtcNow;")]
    [InlineData("a cache of data or answers", "VerifiedCache cache; // IMemoryCache")]
    [InlineData("a thread that waits for a task", "var a = new Uri(\"/\").Result; Result = a.Wait();")]
    [InlineData("a warning that is switched off without a reason", "// The interface asks for it.\n#pragma warning disable CA1000\n")]
    [InlineData("a warning that is switched off without a reason", "\n#pragma warning disable CA1000 // The interface asks for it.\n")]
    public void What_it_may_contain_is_not(string what, string code) => Broken(what, code).Should().BeEmpty();

    private static CodeRule Find(string what) => CodeRule.All.Single(rule => rule.What == what);

    private static IEnumerable<object> Broken(string what, string code) => Find(what).Find(SourceFile.Sample($"class Sample {{ async Task Run() {{\n{code}\n}} }}"));
}
