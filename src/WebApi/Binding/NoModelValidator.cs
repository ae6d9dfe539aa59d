using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace CleanApi.WebApi.Binding;

/// <summary>Does nothing: the rules of a request are in its validator, which every way into the application passes.</summary>
internal sealed class NoModelValidator : IObjectModelValidator
{
    public void Validate(ActionContext actionContext, ValidationStateDictionary? validationState, string prefix, object? model)
    {
    }
}
