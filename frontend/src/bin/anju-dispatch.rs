//! Starts the room `dispatch` in its document: handing accepted cases to units.

use anju_frontend::{rooms::dispatch, route::Room, run};

fn main() {
    run(Room::Dispatch, dispatch::page);
}
