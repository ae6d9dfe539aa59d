using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>Other modules see of a contract an interface, and nothing of what implements it.</summary>
public sealed class ContractTests
{
    private const string Contract = "src/Application/Users/Contracts/IUserDirectory.cs";

    [Fact]
    public void There_are_contracts() => Repository.Sources("src/Application").Select(file => file.Path).Should().Contain(path => path.Contains("/Contracts/"));

    [Fact]
    public void A_contract_consists_of_public_interfaces_and_records() =>
        ContractRule.NotPlain(Repository.Sources("src/Application")).Should().BeEmpty();

    [Fact]
    public void What_implements_a_contract_is_internal_and_sealed() =>
        ContractRule.NotHidden([.. Repository.Sources("src/Application", "src/Infrastructure")]).Should().BeEmpty();

    [Theory]
    [InlineData("public interface IUserDirectory;", true)]
    [InlineData("public sealed record Person(string Name);", true)]
    [InlineData("public enum Kind { One }", true)]
    [InlineData("internal interface IUserDirectory;", false)]
    [InlineData("public sealed class UserDirectory;", false)]
    public void Anything_else_in_a_contract_is_found(string code, bool isPlain) =>
        ContractRule.NotPlain([SourceFile.Sample(code, Contract)]).Any().Should().Be(!isPlain);

    [Theory]
    [InlineData("internal sealed class UserDirectory : IUserDirectory;", true)]
    [InlineData("public sealed class UserDirectory : IUserDirectory;", false)]
    [InlineData("internal class UserDirectory : IUserDirectory;", false)]
    [InlineData("internal interface IMore : IUserDirectory; internal class UserDirectory : IMore;", false)]
    [InlineData("public class Unrelated;", true)]
    public void An_implementation_that_is_not_hidden_is_found(string code, bool isHidden) =>
        ContractRule.NotHidden(SourceFile.Samples((Contract, "public interface IUserDirectory;"), ("src/Application/Users/UserDirectory.cs", code))).Any().Should().Be(!isHidden);
}
