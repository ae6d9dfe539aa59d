using System.Collections.Concurrent;
using System.Globalization;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using MediatR;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// What the document says of the fields of requests: read from the rules of their validators, so that it says nothing else than what is enforced. A condition
/// on a rule is taken to ask whether the field was sent.
/// </summary>
internal sealed class FieldSchemas(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, ILookup<string, Rule>?> rules = new();

    /// <summary>Whether clients send the type.</summary>
    public bool IsInput(Type type) => type.IsAssignableTo(typeof(IBaseRequest)) || RulesOf(type) is not null;

    /// <summary>Whether a field has to be there.</summary>
    public bool IsRequired(Type input, string field) => Any(input, field, rule => rule is { IsRequired: true, IsConditional: false });

    /// <summary>Whether a field, where it is there, is not null.</summary>
    public bool IsNotNull(Type input, string field) => Any(input, field, rule => rule is { IsRequired: true, IsConditional: false } or { IsOfOptional: true, Component.Validator: INotNullValidator });

    /// <summary>Adds what the rules of a field say of its values.</summary>
    public void Describe(OpenApiSchema schema, Type input, string field)
    {
        foreach (var rule in RulesOf(input)?[field] ?? [])
        {
            Describe(schema, rule.Component.Validator);
            if (rule is { IsConditional: false, Component.Validator: IDocumentedValidator { Schema.Example: { } example } })
            {
                schema.Examples = [example];
            }
        }
    }

    private static void Describe(OpenApiSchema schema, IPropertyValidator validator)
    {
        switch (validator)
        {
            case IDocumentedValidator { Schema: var own }:
                schema.MinLength = own.MinLength ?? schema.MinLength;
                schema.MaxLength = own.MaxLength ?? schema.MaxLength;
                schema.Pattern = own.Pattern ?? schema.Pattern;
                schema.Format = own.Format ?? schema.Format;
                schema.Enum = own.Enum is null ? schema.Enum : [.. own.Enum];
                break;
            case ILengthValidator length:
                schema.MinLength = length.Min > 0 ? length.Min : schema.MinLength;
                schema.MaxLength = length.Max >= 0 ? length.Max : schema.MaxLength;
                break;
            case INotEmptyValidator when schema.Type?.HasFlag(JsonSchemaType.String) == true:
                schema.MinLength ??= 1;
                break;
            case IRegularExpressionValidator { Expression: var pattern }:
                schema.Pattern = pattern;
                break;
            case IEmailValidator:
                schema.Format = "email";
                break;
            case IInclusiveBetweenValidator range:
                (schema.Minimum, schema.Maximum) = (Text(range.From), Text(range.To));
                break;
            case IGreaterThanOrEqualValidator { ValueToCompare: { } least }:
                schema.Minimum = Text(least);
                break;
            case ILessThanOrEqualValidator { ValueToCompare: { } most }:
                schema.Maximum = Text(most);
                break;
        }
    }

    private static string? Text(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture);

    private bool Any(Type input, string field, Func<Rule, bool> predicate) => RulesOf(input)?[field].Any(predicate) == true;

    private ILookup<string, Rule>? RulesOf(Type input) => rules.GetOrAdd(
        input, type => services.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator validator
            ? validator.CreateDescriptor().Rules.SelectMany(rule => rule.Components.Select(component => new Rule(rule, component)))
                .ToLookup(rule => rule.Field, StringComparer.OrdinalIgnoreCase)
            : null);

    // One thing that a validator asks of a field.
    private sealed record Rule(IValidationRule Of, IRuleComponent Component)
    {
        public string Field => Of.PropertyName?.Split('.')[0] ?? "";

        public bool IsRequired => Component.ErrorCode == FieldCodes.Required;

        public bool IsConditional => Of.HasCondition || Component.HasCondition;

        // Name.Value: a field of a patch.
        public bool IsOfOptional => Of.PropertyName?.Contains('.', StringComparison.Ordinal) == true;
    }
}
