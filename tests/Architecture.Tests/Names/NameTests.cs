using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Names;

/// <summary>There is one rule for names, and no name is set that goes past it.</summary>
public sealed class NameTests
{
    private const string Command = "public sealed record Rename(string? Name, UserId Id) : ICommand<Unit>;";

    [Fact]
    [Trait("Requirement", "R15")]
    public void An_aggregate_keeps_a_name_only_through_the_rule() =>
        Repository.Sources("src/Domain").SelectMany(file => NameUse.Unchecked(file).Select(file.Place)).Should().BeEmpty("NameRule.Require or NameRule.Change gives what is kept");

    [Fact]
    [Trait("Requirement", "R15")]
    public void The_validator_of_a_command_holds_its_names_to_the_rule() =>
        NameUse.Unvalidated([.. Repository.Sources("src/Application")]).Should().BeEmpty("clients are told which field is wrong: RuleFor(…).NameRule(…)");

    [Theory]
    [InlineData("public void Rename(string name) => Name = NameRule.Private.Require(name);", false)]
    [InlineData("public void Rename(string name) => Name = NameRule.Private.Change(Name, name);", false)]
    [InlineData("public void Touch(string bio) => Bio = bio;", false)]
    [InlineData("public void Rename(string name) => Name = name;", true)]
    [InlineData("public void Rename(string name) => Name = name.Trim();", true)]
    [InlineData("public void Rename(string name) => (Name, Bio) = (name, \"\");", true)]
    [InlineData("public void Rename(string name) => Title = name;", true)]
    [InlineData("public static Sample Create(string name) => new() { Name = name };", true)]
    [InlineData("public static void Rename(Sample sample, string name) => sample.Name = name;", true)]
    public void A_name_that_goes_past_the_rule_is_found(string member, bool isFound) =>
        NameUse.Unchecked(SourceFile.Sample(
            $$"""
            using CleanApi.Domain.Common;
            namespace CleanApi.Domain.Users;
            public sealed class Sample : AggregateRoot<UserId>
            {
                public string Name { get; private set; } = "";
                public string Title { get; private set; } = "";
                public string Bio { get; private set; } = "";
                {{member}}
            }
            """)).Any().Should().Be(isFound);

    [Theory]
    [InlineData(Command, "RuleFor(command => command.Name).NameRule(NameRule.Public);", "")]
    [InlineData(Command, "When(command => command.Name is not null, () => RuleFor(command => command.Name).NameRule(NameRule.Public));", "")]
    [InlineData(Command, "", "Rename.Name")]
    [InlineData(Command, "RuleFor(command => command.Name).NotEmpty();", "Rename.Name")]
    [InlineData("public sealed record Rename : ICommand<Unit> { public Optional<string> Title { get; init; } }", "", "Rename.Title")]
    [InlineData("public sealed record Rename(Patch Patch) : ICommand<Unit>; public sealed record Patch(string FirstName);", "", "Patch.FirstName")]
    [InlineData("public sealed record Rename(string Text) : ICommand<Unit>; public sealed record Shown(string Name);", "", "")]
    public void A_name_that_no_validator_holds_to_the_rule_is_found(string records, string rule, string missing) =>
        string.Join(' ', NameUse.Unvalidated([SourceFile.Sample(
            $$"""
            using CleanApi.Application.Common.Requests;
            using CleanApi.Application.Common.Validation;
            using CleanApi.Domain.Common;
            using CleanApi.Domain.Users;
            using FluentValidation;
            using MediatR;
            namespace CleanApi.Application.Users;
            {{records}}
            internal sealed class RenameValidator : AbstractValidator<Rename> { public RenameValidator() { {{rule}} } }
            """)])).Should().Be(missing);
}
