namespace CleanApi.Application.Common.Validation;

/// <summary>A rule of our own that the OpenAPI document can describe, as it describes the rules that come with FluentValidation.</summary>
public interface IDocumentedValidator
{
    /// <summary>What it says to clients.</summary>
    FieldSchema Schema { get; }
}
