//! Where something stands on its way.

use yew::prelude::*;

/// Whether a step is behind, present, or ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Ahead,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub label: AttrValue,
    /// Where it is.
    pub state: StepState,
}

/// Properties of [`Stepper`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StepperProps {
    /// What this is the way of, said to screen readers.
    pub label: AttrValue,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// The steps of a way.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    let steps = props.steps.iter().map(|step| {
        let (class, current) = match step.state {
            StepState::Done => ("done", None),
            StepState::Now => ("now", Some("step")),
            StepState::Ahead => ("ahead", None),
        };
        html! { <li {class} aria-current={current}>{ step.label.clone() }</li> }
    });
    html! { <ol class="steps" aria-label={props.label.clone()}>{ for steps }</ol> }
}
