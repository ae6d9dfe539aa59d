using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace CleanApi.WebApi.Binding;

/// <summary>Disables MVC's validation: requests are validated by the application's pipeline.</summary>
internal sealed class NoModelValidator : IObjectModelValidator
{
    public void Validate(ActionContext actionContext, ValidationStateDictionary? validationState, string prefix, object? model)
    {
    }
}
