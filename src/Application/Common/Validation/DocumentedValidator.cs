using FluentValidation;
using FluentValidation.Validators;

namespace CleanApi.Application.Common.Validation;

/// <summary>A predicate, and what it says to clients.</summary>
/// <typeparam name="T">The request.</typeparam>
/// <typeparam name="TProperty">The field.</typeparam>
/// <param name="predicate">Whether a value passes.</param>
/// <param name="schema">What that says to clients.</param>
internal sealed class DocumentedValidator<T, TProperty>(Func<T, TProperty, ValidationContext<T>, bool> predicate, FieldSchema schema)
    : PredicateValidator<T, TProperty>(predicate), IDocumentedValidator
{
    /// <inheritdoc />
    public FieldSchema Schema { get; } = schema;
}
