using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Every action needs a caller, unless it says [AllowAnonymous]. What the caller may do is the application's to say; this refuses strangers before
/// their bodies are read.
/// </summary>
internal sealed class CallerRequiredConvention : IControllerModelConvention
{
    private static readonly AuthorizeAttribute CallerRequired = new();

    public void Apply(ControllerModel controller)
    {
        foreach (var selector in controller.Selectors)
        {
            selector.EndpointMetadata.Add(CallerRequired);
        }
    }
}
