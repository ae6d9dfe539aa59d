namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>Somebody who has a keyboard and no mouse.</summary>
/// <param name="page">The page.</param>
public sealed class Keys(IPage page)
{
    private const int MostStops = 40;

    /// <summary>Goes to a field and types into it.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await GoToAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a button, a link or a box, and presses the key that uses it.</summary>
    public async Task UseAsync(AriaRole role, string name)
    {
        await GoToAsync(page.GetByRole(role, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync(role == AriaRole.Checkbox ? "Space" : "Enter");
    }

    /// <summary>Presses Tab until something has the focus; that has to be seen.</summary>
    public async Task GoToAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops && !await HasFocusAsync(target); stop++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
        (await target.EvaluateAsync<bool>("element => getComputedStyle(element).outlineStyle !== 'none' && element.matches(':focus-visible')"))
            .Should().BeTrue("people see where they are");
    }

    private static Task<bool> HasFocusAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
