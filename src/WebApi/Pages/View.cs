using Microsoft.AspNetCore.Components;

namespace CleanApi.WebApi.Pages;

/// <summary>A page's HTML: what it shows is its model, all that it does is write it.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class View<TModel> : ComponentBase
{
    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
