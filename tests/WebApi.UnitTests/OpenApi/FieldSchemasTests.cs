using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.OpenApi;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.UnitTests.OpenApi;

/// <summary>The rules that come with FluentValidation are in the document without further ado; a new request needs no more than its validator.</summary>
[Trait("Requirement", "R2")]
public sealed class FieldSchemasTests
{
    private static readonly FieldSchemas Fields = new(new ServiceCollection().AddSingleton<IValidator<Sample>, SampleValidator>().BuildServiceProvider());

    [Theory]
    [InlineData("name", true, true)]
    [InlineData("note", false, false)]
    [InlineData("nick", false, false)]
    [InlineData("title", false, true)]
    [InlineData("unknown", false, false)]
    public void A_field_is_required_where_nothing_is_asked_before_and_not_null_where_it_must_not_be(string field, bool isRequired, bool isNotNull)
    {
        Fields.IsRequired(typeof(Sample), field).Should().Be(isRequired);
        Fields.IsNotNull(typeof(Sample), field).Should().Be(isNotNull);
    }

    [Fact]
    public void Lengths_patterns_and_formats_are_those_of_the_rules()
    {
        Describe("name").Should().BeEquivalentTo(new { MinLength = 1, MaxLength = 20, Pattern = "^[a-z]+$" });
        Describe("nick").Should().BeEquivalentTo(new { MinLength = 2, MaxLength = 5 });
        Describe("title").Should().BeEquivalentTo(new { MinLength = (int?)null, MaxLength = 10 });
        Describe("mail").Format.Should().Be("email");
    }

    [Fact]
    public void Bounds_are_those_of_the_rules()
    {
        Describe("count").Should().BeEquivalentTo(new { Minimum = "1", Maximum = "9" });
        Describe("weight").Should().BeEquivalentTo(new { Minimum = "0", Maximum = (string?)null });
    }

    [Fact]
    public void What_has_a_validator_is_input()
    {
        Fields.IsInput(typeof(Sample)).Should().BeTrue();
        Fields.IsInput(typeof(FieldSchemasTests)).Should().BeFalse();
    }

    private static OpenApiSchema Describe(string field)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        Fields.Describe(schema, typeof(Sample), field);
        return schema;
    }

    private sealed record Sample(string? Name, string? Note, string? Nick, Optional<string> Title, string? Mail, int? Count, int Weight);

    private sealed class SampleValidator : AbstractValidator<Sample>
    {
        public SampleValidator()
        {
            RuleFor(sample => sample.Name).NotEmpty().WithErrorCode(FieldCodes.Required).MaximumLength(20).Matches("^[a-z]+$");
            RuleFor(sample => sample.Nick).NotNull().WithErrorCode(FieldCodes.Required).Length(2, 5).When(sample => sample.Note is not null);
            When(sample => sample.Title.IsPresent, () => RuleFor(sample => sample.Title.Value).NotNull().WithErrorCode(FieldCodes.Required).MaximumLength(10));
            RuleFor(sample => sample.Mail).EmailAddress();
            RuleFor(sample => sample.Count).InclusiveBetween(1, 9);
            RuleFor(sample => sample.Weight).GreaterThanOrEqualTo(0);
            RuleFor(sample => sample).Must(sample => sample.Count != sample.Weight);
        }
    }
}
